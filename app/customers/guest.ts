/** How a buyer whom nobody knows by name appears in histories; a customer does as `customer:12`. */
export const GUEST = 'guest'
