import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'drive.public.serve': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'metrics': { paramsTuple?: []; params?: {} }
    'openapi': { paramsTuple?: []; params?: {} }
    'admin.auth.login': { paramsTuple?: []; params?: {} }
    'admin.auth.refresh': { paramsTuple?: []; params?: {} }
    'admin.auth.logout': { paramsTuple?: []; params?: {} }
    'admin.login': { paramsTuple?: []; params?: {} }
    'admin.login.store': { paramsTuple?: []; params?: {} }
    'admin.login.code': { paramsTuple?: []; params?: {} }
    'admin.login_codes.store': { paramsTuple?: []; params?: {} }
    'admin.logout': { paramsTuple?: []; params?: {} }
    'admin.password.forgot': { paramsTuple?: []; params?: {} }
    'admin.password_resets.store': { paramsTuple?: []; params?: {} }
    'admin.password.reset': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'admin.passwords.update': { paramsTuple?: []; params?: {} }
    'account.show': { paramsTuple?: []; params?: {} }
    'account.update': { paramsTuple?: []; params?: {} }
    'account_passwords.update': { paramsTuple?: []; params?: {} }
    'account_second_factors.destroy': { paramsTuple?: []; params?: {} }
    'account_logins.destroy': { paramsTuple: [ParamValue]; params: {'sid': ParamValue} }
    'account_other_logins.destroy': { paramsTuple?: []; params?: {} }
    'account_second_factors.create': { paramsTuple?: []; params?: {} }
    'account_second_factors.store': { paramsTuple?: []; params?: {} }
    'staff_members.index': { paramsTuple?: []; params?: {} }
    'staff_members.create': { paramsTuple?: []; params?: {} }
    'staff_members.store': { paramsTuple?: []; params?: {} }
    'staff_members.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'staff_members.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'suspensions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'suspensions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'staff_reset_links.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'staff_second_factors.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.staff.index': { paramsTuple?: []; params?: {} }
    'admin.staff.store': { paramsTuple?: []; params?: {} }
    'admin.staff.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.staff.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.staff.reset_link': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.staff.second_factor': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'roles.index': { paramsTuple?: []; params?: {} }
    'roles.create': { paramsTuple?: []; params?: {} }
    'roles.store': { paramsTuple?: []; params?: {} }
    'roles.edit': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'roles.update': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'roles.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'admin.roles.index': { paramsTuple?: []; params?: {} }
    'admin.roles.store': { paramsTuple?: []; params?: {} }
    'admin.roles.show': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'admin.roles.update': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'admin.roles.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'imports.create': { paramsTuple?: []; params?: {} }
    'imports.store': { paramsTuple?: []; params?: {} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.errors': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.columns.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.columns.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'move': ParamValue} }
    'exports.show': { paramsTuple?: []; params?: {} }
    'admin.imports.index': { paramsTuple?: []; params?: {} }
    'admin.imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.imports.errors': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.imports.columns.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.imports.columns.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.imports.moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'move': ParamValue} }
    'admin.imports.store': { paramsTuple?: []; params?: {} }
    'admin.exports': { paramsTuple?: []; params?: {} }
    'brands.index': { paramsTuple?: []; params?: {} }
    'brands.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'categories.index': { paramsTuple?: []; params?: {} }
    'categories.show': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'admin.products.index': { paramsTuple?: []; params?: {} }
    'admin.products.store': { paramsTuple?: []; params?: {} }
    'admin.products.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.price_changes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.price_changes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.numbers.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.numbers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.numbers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.products.images.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.images.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.images.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.products.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.bulk_edit_api.index': { paramsTuple?: []; params?: {} }
    'admin.bulk_edit_api.store': { paramsTuple?: []; params?: {} }
    'admin.bulk_edit_api.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edit_api.preview': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edit_api.run': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edit_api.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.index': { paramsTuple?: []; params?: {} }
    'admin.product_pages.create': { paramsTuple?: []; params?: {} }
    'admin.product_pages.store': { paramsTuple?: []; params?: {} }
    'admin.product_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.customer_view': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.status': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.archive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.restore': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.numbers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.numbers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.product_pages.images.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.images.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.product_pages.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.product_pages.history': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.prices': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.prices.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edits.index': { paramsTuple?: []; params?: {} }
    'admin.bulk_edits.store': { paramsTuple?: []; params?: {} }
    'admin.bulk_edits.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edits.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edits.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brands.index': { paramsTuple?: []; params?: {} }
    'admin.brands.store': { paramsTuple?: []; params?: {} }
    'admin.brands.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brands.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brands.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brand_pages.index': { paramsTuple?: []; params?: {} }
    'admin.brand_pages.create': { paramsTuple?: []; params?: {} }
    'admin.brand_pages.store': { paramsTuple?: []; params?: {} }
    'admin.brand_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brand_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brand_pages.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.categories.index': { paramsTuple?: []; params?: {} }
    'admin.categories.store': { paramsTuple?: []; params?: {} }
    'admin.categories.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.categories.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.categories.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.category_pages.index': { paramsTuple?: []; params?: {} }
    'admin.category_pages.create': { paramsTuple?: []; params?: {} }
    'admin.category_pages.store': { paramsTuple?: []; params?: {} }
    'admin.category_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.category_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.category_pages.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.category_pages.step': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.category_pages.place': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_alarms.index': { paramsTuple?: []; params?: {} }
    'admin.price_alarms.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_alarm_pages.index': { paramsTuple?: []; params?: {} }
    'admin.price_alarm_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attributes.index': { paramsTuple?: []; params?: {} }
    'admin.attributes.store': { paramsTuple?: []; params?: {} }
    'admin.attributes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attributes.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attributes.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attribute_pages.index': { paramsTuple?: []; params?: {} }
    'admin.attribute_pages.create': { paramsTuple?: []; params?: {} }
    'admin.attribute_pages.store': { paramsTuple?: []; params?: {} }
    'admin.attribute_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attribute_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attribute_pages.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'vehicles.makes': { paramsTuple?: []; params?: {} }
    'vehicles.models': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'vehicles.types': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'vehicles.type': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'vehicles.vin': { paramsTuple: [ParamValue]; params: {'vin': ParamValue} }
    'garage.index': { paramsTuple?: []; params?: {} }
    'garage.store': { paramsTuple?: []; params?: {} }
    'garage.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'products.fitments': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'admin.vins.confirmations.store': { paramsTuple: [ParamValue]; params: {'vin': ParamValue} }
    'admin.vins.confirmations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'vin': ParamValue,'vehicleTypeId': ParamValue} }
    'admin.fitments.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitments.copy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'ruleId': ParamValue} }
    'admin.direct_fitments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'vehicleTypeId': ParamValue} }
    'admin.fitment_pages.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitment_pages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitment_pages.copy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitment_pages.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'ruleId': ParamValue} }
    'admin.fitment_pages.vehicles.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'vehicleTypeId': ParamValue} }
    'admin.vehicles.index': { paramsTuple?: []; params?: {} }
    'admin.vehicles.vins.show': { paramsTuple?: []; params?: {} }
    'admin.vehicles.vins.store': { paramsTuple: [ParamValue,ParamValue]; params: {'vin': ParamValue,'vehicleTypeId': ParamValue} }
    'admin.vehicles.vins.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'vin': ParamValue,'vehicleTypeId': ParamValue} }
    'admin.vehicles.makes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.makes.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.models.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.models.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.types.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.types.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.types.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.types.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.aliases.store': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'admin.vehicles.aliases.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue,'aliasId': ParamValue} }
    'admin.vehicle_api.makes.index': { paramsTuple?: []; params?: {} }
    'admin.vehicle_api.makes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.makes.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.models.index': { paramsTuple?: []; params?: {} }
    'admin.vehicle_api.models.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.models.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.types.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.types.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.types.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.types.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.aliases.store': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'admin.vehicle_api.aliases.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue,'aliasId': ParamValue} }
    'admin.promotions.index': { paramsTuple?: []; params?: {} }
    'admin.promotions.store': { paramsTuple?: []; params?: {} }
    'admin.promotions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.promotions.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.promotions.redemptions': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.promotion_pages.index': { paramsTuple?: []; params?: {} }
    'admin.promotion_pages.create': { paramsTuple?: []; params?: {} }
    'admin.promotion_pages.store': { paramsTuple?: []; params?: {} }
    'admin.promotion_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.promotion_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_groups.index': { paramsTuple?: []; params?: {} }
    'admin.customer_groups.store': { paramsTuple?: []; params?: {} }
    'admin.customer_groups.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_groups.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_groups.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_group_pages.index': { paramsTuple?: []; params?: {} }
    'admin.customer_group_pages.create': { paramsTuple?: []; params?: {} }
    'admin.customer_group_pages.store': { paramsTuple?: []; params?: {} }
    'admin.customer_group_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_group_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_group_pages.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.index': { paramsTuple?: []; params?: {} }
    'admin.price_lists.store': { paramsTuple?: []; params?: {} }
    'admin.price_lists.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.rules.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.rules.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.rules.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'ruleId': ParamValue} }
    'admin.price_list_pages.index': { paramsTuple?: []; params?: {} }
    'admin.price_list_pages.create': { paramsTuple?: []; params?: {} }
    'admin.price_list_pages.store': { paramsTuple?: []; params?: {} }
    'admin.price_list_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_list_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_list_pages.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_list_pages.rules.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_list_pages.rules.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'ruleId': ParamValue} }
    'admin.group_prices.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'auth.register': { paramsTuple?: []; params?: {} }
    'auth.login': { paramsTuple?: []; params?: {} }
    'auth.refresh': { paramsTuple?: []; params?: {} }
    'auth.logout': { paramsTuple?: []; params?: {} }
    'auth.forgot': { paramsTuple?: []; params?: {} }
    'auth.reset': { paramsTuple?: []; params?: {} }
    'me.show': { paramsTuple?: []; params?: {} }
    'me.update': { paramsTuple?: []; params?: {} }
    'me.export': { paramsTuple?: []; params?: {} }
    'me.erase': { paramsTuple?: []; params?: {} }
    'me.sessions.index': { paramsTuple?: []; params?: {} }
    'me.sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.addresses.index': { paramsTuple?: []; params?: {} }
    'me.addresses.store': { paramsTuple?: []; params?: {} }
    'me.addresses.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.addresses.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.addresses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.vehicles.index': { paramsTuple?: []; params?: {} }
    'me.vehicles.store': { paramsTuple?: []; params?: {} }
    'me.vehicles.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customers.index': { paramsTuple?: []; params?: {} }
    'admin.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customers.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customers.erase': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_pages.index': { paramsTuple?: []; params?: {} }
    'admin.customer_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_pages.group': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_pages.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_pages.erase': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'products.index': { paramsTuple?: []; params?: {} }
    'products.facets': { paramsTuple?: []; params?: {} }
    'products.equivalents': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'search': { paramsTuple?: []; params?: {} }
    'search.suggestions': { paramsTuple?: []; params?: {} }
    'references.resolve': { paramsTuple?: []; params?: {} }
    'admin.unmet_demand.index': { paramsTuple?: []; params?: {} }
    'admin.unmet_demand.store': { paramsTuple?: []; params?: {} }
    'admin.concepts.index': { paramsTuple?: []; params?: {} }
    'admin.concepts.update': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'admin.concepts.destroy': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'admin.equivalence_verdicts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'otherId': ParamValue} }
    'admin.search_pages.unmet_demand.index': { paramsTuple?: []; params?: {} }
    'admin.search_pages.unmet_demand.store': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.index': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.create': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.store': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.edit': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'admin.search_pages.words.destroy': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'admin.search_pages.equivalents.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.search_pages.equivalents.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'otherId': ParamValue} }
    'admin.stock.index': { paramsTuple?: []; params?: {} }
    'admin.stock.adjustments.store': { paramsTuple?: []; params?: {} }
    'admin.stock.transfers.store': { paramsTuple?: []; params?: {} }
    'admin.stock.limits.store': { paramsTuple?: []; params?: {} }
    'admin.stock_pages.index': { paramsTuple?: []; params?: {} }
    'admin.stock_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.stock_pages.adjust': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.stock_pages.carry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.stock_pages.limit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.suppliers.index': { paramsTuple?: []; params?: {} }
    'admin.suppliers.store': { paramsTuple?: []; params?: {} }
    'admin.suppliers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.suppliers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.suppliers.offers.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.suppliers.offers.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'productId': ParamValue} }
    'admin.suppliers.offers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'productId': ParamValue} }
    'admin.purchase_orders.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_orders.store': { paramsTuple?: []; params?: {} }
    'admin.purchase_orders.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_orders.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_orders.lines': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_orders.receipts.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_orders.moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'move': ParamValue} }
    'admin.purchase_suggestions.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_suggestions.store': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.index': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.create': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.store': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.supplier_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.supplier_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.supplier_pages.offers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.supplier_pages.offers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'productId': ParamValue} }
    'admin.purchase_order_pages.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_order_pages.create': { paramsTuple?: []; params?: {} }
    'admin.purchase_order_pages.store': { paramsTuple?: []; params?: {} }
    'admin.purchase_order_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.lines': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.print': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.receive': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.receipts': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.moves': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'move': ParamValue} }
    'admin.purchase_suggestion_pages.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_suggestion_pages.store': { paramsTuple?: []; params?: {} }
    'cart.show': { paramsTuple?: []; params?: {} }
    'cart.destroy': { paramsTuple?: []; params?: {} }
    'cart.coupon.store': { paramsTuple?: []; params?: {} }
    'cart.coupon.destroy': { paramsTuple?: []; params?: {} }
    'cart.items.store': { paramsTuple?: []; params?: {} }
    'cart.items.update': { paramsTuple: [ParamValue]; params: {'sku': ParamValue} }
    'cart.items.destroy': { paramsTuple: [ParamValue]; params: {'sku': ParamValue} }
    'orders.index': { paramsTuple?: []; params?: {} }
    'orders.track': { paramsTuple?: []; params?: {} }
    'orders.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'orders.cancel': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'me.orders': { paramsTuple?: []; params?: {} }
    'admin.orders.index': { paramsTuple?: []; params?: {} }
    'admin.orders.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.orders.confirm': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.orders.cancel': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.orders.note': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.orders.call': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_pages.index': { paramsTuple?: []; params?: {} }
    'admin.order_pages.export': { paramsTuple?: []; params?: {} }
    'admin.order_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_pages.confirm': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_pages.cancel': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_pages.note': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_pages.call': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.customer_orders': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'payments.intents.store': { paramsTuple?: []; params?: {} }
    'payments.intents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'payments.intents.confirm': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.payments.look': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'webhooks.payments.store': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'payment_pages.return': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'payment_pages.retry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.index': { paramsTuple?: []; params?: {} }
    'admin.payments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.check': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.receive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.refund': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.finish_refund': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'refundId': ParamValue} }
    'admin.payment_pages.index': { paramsTuple?: []; params?: {} }
    'admin.payment_pages.check': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payment_pages.receive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payment_pages.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payment_pages.refund': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payment_pages.finish_refund': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'refundId': ParamValue} }
    'admin.payment_methods.index': { paramsTuple?: []; params?: {} }
    'admin.payment_methods.update': { paramsTuple: [ParamValue]; params: {'method': ParamValue} }
    'admin.payment_method_pages.store': { paramsTuple: [ParamValue]; params: {'method': ParamValue} }
    'admin.shipments.index': { paramsTuple?: []; params?: {} }
    'admin.shipments.store': { paramsTuple?: []; params?: {} }
    'admin.shipments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.shipments.deliver': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.shipments.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.shipments.inspect': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.handovers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.remittances.index': { paramsTuple?: []; params?: {} }
    'admin.remittances.store': { paramsTuple?: []; params?: {} }
    'admin.remittances.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.remittances.accept': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lineId': ParamValue} }
    'admin.shipment_pages.index': { paramsTuple?: []; params?: {} }
    'admin.shipment_pages.packing': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.shipment_pages.dispatch': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.shipment_pages.handover': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.shipment_pages.deliver': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.shipment_pages.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.shipment_pages.inspect': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.remittance_pages.index': { paramsTuple?: []; params?: {} }
    'admin.remittance_pages.store': { paramsTuple?: []; params?: {} }
    'admin.remittance_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.remittance_pages.accept': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lineId': ParamValue} }
    'checkout.store': { paramsTuple?: []; params?: {} }
    'checkout.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'checkout.address': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'checkout.options': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'checkout.option': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'checkout.complete': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quotes.store': { paramsTuple?: []; params?: {} }
    'quotes.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'quotes.accept': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'quote_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'quote_pages.accept': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quotes.index': { paramsTuple?: []; params?: {} }
    'admin.quotes.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quotes.accept': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quotes.extend': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quotes.refuse': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.index': { paramsTuple?: []; params?: {} }
    'admin.quote_pages.create': { paramsTuple?: []; params?: {} }
    'admin.quote_pages.store': { paramsTuple?: []; params?: {} }
    'admin.quote_pages.sell': { paramsTuple?: []; params?: {} }
    'admin.quote_pages.receipt': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.invoice': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.issue': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.invoice_pdf': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.accept': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.extend': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.refuse': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.orders.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_edit_pages.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_edit_pages.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.kits.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.kits.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.kit_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.kit_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'orders.invoice': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoices.index': { paramsTuple?: []; params?: {} }
    'admin.invoices.store': { paramsTuple?: []; params?: {} }
    'admin.invoices.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoices.pdf': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoices.credit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoice_pages.index': { paramsTuple?: []; params?: {} }
    'admin.invoice_pages.store': { paramsTuple?: []; params?: {} }
    'admin.invoice_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoice_pages.pdf': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoice_pages.credit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.forecasts.index': { paramsTuple?: []; params?: {} }
    'admin.forecasts.show': { paramsTuple: [ParamValue]; params: {'sku': ParamValue} }
    'orion.forecasts': { paramsTuple?: []; params?: {} }
    'admin.insights.index': { paramsTuple?: []; params?: {} }
    'admin.insights.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.purchase_proposals.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_proposals.accept': { paramsTuple?: []; params?: {} }
    'admin.purchase_proposals.decline': { paramsTuple?: []; params?: {} }
    'admin.orion.model': { paramsTuple?: []; params?: {} }
    'admin.orion.training': { paramsTuple?: []; params?: {} }
    'admin.orion.train': { paramsTuple?: []; params?: {} }
    'admin.orion.settings': { paramsTuple?: []; params?: {} }
    'admin.orion.set': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.index': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.model': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.train': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.settings': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.set': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.insight_pages.index': { paramsTuple?: []; params?: {} }
    'admin.insight_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.purchase_proposal_pages.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_proposal_pages.accept': { paramsTuple?: []; params?: {} }
    'admin.purchase_proposal_pages.decline': { paramsTuple?: []; params?: {} }
    'admin.leads.index': { paramsTuple?: []; params?: {} }
    'admin.leads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.leads.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'prospector.leads': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.index': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.create': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.export': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.route': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.rules': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.rules.store': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.duplicates': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.apart': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.unmerge': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.store': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.compare': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'otherId': ParamValue} }
    'admin.lead_pages.merge': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.move': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.note': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.contact': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.plan': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.finish': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'taskId': ParamValue} }
    'admin.lead_pages.leave': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.convert': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.prospector.runs': { paramsTuple?: []; params?: {} }
    'admin.prospector.run': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.prospector.sites': { paramsTuple?: []; params?: {} }
    'admin.prospector_runs.index': { paramsTuple?: []; params?: {} }
    'admin.prospector_runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'products.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'order_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'order_pages.cancel': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.reports.weekly': { paramsTuple?: []; params?: {} }
    'admin.reports.weekly.mail': { paramsTuple?: []; params?: {} }
    'admin.prospector_report.show': { paramsTuple?: []; params?: {} }
    'admin.prospector_report.mail': { paramsTuple?: []; params?: {} }
    'admin.dashboard': { paramsTuple?: []; params?: {} }
    'admin.palette': { paramsTuple?: []; params?: {} }
    'admin.views.store': { paramsTuple?: []; params?: {} }
    'admin.views.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.list_preferences.store': { paramsTuple?: []; params?: {} }
    'admin.components': { paramsTuple?: []; params?: {} }
    'admin.audit': { paramsTuple?: []; params?: {} }
    'admin.health': { paramsTuple?: []; params?: {} }
    'admin.settings': { paramsTuple?: []; params?: {} }
    'admin.mails.index': { paramsTuple?: []; params?: {} }
    'admin.mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.mails.body': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.jobs': { paramsTuple?: []; params?: {} }
    'admin.schedule': { paramsTuple?: []; params?: {} }
    'admin.jobs.retry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.jobs.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.jobs.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.schedule.run': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'api.admin.dashboard.stats': { paramsTuple?: []; params?: {} }
    'api.admin.dashboard.activity': { paramsTuple?: []; params?: {} }
    'api.admin.audit': { paramsTuple?: []; params?: {} }
    'api.admin.queues': { paramsTuple?: []; params?: {} }
    'api.admin.jobs': { paramsTuple?: []; params?: {} }
    'api.admin.health': { paramsTuple?: []; params?: {} }
    'api.admin.mails.index': { paramsTuple?: []; params?: {} }
    'api.admin.mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin.schedule': { paramsTuple?: []; params?: {} }
    'api.admin.schedule.run': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'api.admin.views.index': { paramsTuple?: []; params?: {} }
    'api.admin.views.store': { paramsTuple?: []; params?: {} }
    'api.admin.views.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin.list_preferences.show': { paramsTuple: [ParamValue]; params: {'page': ParamValue} }
    'api.admin.list_preferences.update': { paramsTuple: [ParamValue]; params: {'page': ParamValue} }
    'api.admin.jobs.retry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin.jobs.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin.jobs.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reference': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'drive.public.serve': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'metrics': { paramsTuple?: []; params?: {} }
    'openapi': { paramsTuple?: []; params?: {} }
    'admin.login': { paramsTuple?: []; params?: {} }
    'admin.login.code': { paramsTuple?: []; params?: {} }
    'admin.password.forgot': { paramsTuple?: []; params?: {} }
    'admin.password.reset': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'account.show': { paramsTuple?: []; params?: {} }
    'account_second_factors.create': { paramsTuple?: []; params?: {} }
    'staff_members.index': { paramsTuple?: []; params?: {} }
    'staff_members.create': { paramsTuple?: []; params?: {} }
    'staff_members.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.staff.index': { paramsTuple?: []; params?: {} }
    'admin.staff.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'roles.index': { paramsTuple?: []; params?: {} }
    'roles.create': { paramsTuple?: []; params?: {} }
    'roles.edit': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'admin.roles.index': { paramsTuple?: []; params?: {} }
    'admin.roles.show': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'imports.create': { paramsTuple?: []; params?: {} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.errors': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.columns.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'exports.show': { paramsTuple?: []; params?: {} }
    'admin.imports.index': { paramsTuple?: []; params?: {} }
    'admin.imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.imports.errors': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.imports.columns.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.exports': { paramsTuple?: []; params?: {} }
    'brands.index': { paramsTuple?: []; params?: {} }
    'brands.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'categories.index': { paramsTuple?: []; params?: {} }
    'categories.show': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'admin.products.index': { paramsTuple?: []; params?: {} }
    'admin.products.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.price_changes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.numbers.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.images.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edit_api.index': { paramsTuple?: []; params?: {} }
    'admin.bulk_edit_api.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edit_api.preview': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.index': { paramsTuple?: []; params?: {} }
    'admin.product_pages.create': { paramsTuple?: []; params?: {} }
    'admin.product_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.customer_view': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.history': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.prices': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edits.index': { paramsTuple?: []; params?: {} }
    'admin.bulk_edits.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brands.index': { paramsTuple?: []; params?: {} }
    'admin.brands.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brand_pages.index': { paramsTuple?: []; params?: {} }
    'admin.brand_pages.create': { paramsTuple?: []; params?: {} }
    'admin.brand_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.categories.index': { paramsTuple?: []; params?: {} }
    'admin.categories.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.category_pages.index': { paramsTuple?: []; params?: {} }
    'admin.category_pages.create': { paramsTuple?: []; params?: {} }
    'admin.category_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_alarms.index': { paramsTuple?: []; params?: {} }
    'admin.price_alarm_pages.index': { paramsTuple?: []; params?: {} }
    'admin.attributes.index': { paramsTuple?: []; params?: {} }
    'admin.attributes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attribute_pages.index': { paramsTuple?: []; params?: {} }
    'admin.attribute_pages.create': { paramsTuple?: []; params?: {} }
    'admin.attribute_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'vehicles.makes': { paramsTuple?: []; params?: {} }
    'vehicles.models': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'vehicles.types': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'vehicles.type': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'vehicles.vin': { paramsTuple: [ParamValue]; params: {'vin': ParamValue} }
    'garage.index': { paramsTuple?: []; params?: {} }
    'products.fitments': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'admin.fitments.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitment_pages.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.index': { paramsTuple?: []; params?: {} }
    'admin.vehicles.vins.show': { paramsTuple?: []; params?: {} }
    'admin.vehicles.makes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.models.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.types.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.types.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.makes.index': { paramsTuple?: []; params?: {} }
    'admin.vehicle_api.makes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.models.index': { paramsTuple?: []; params?: {} }
    'admin.vehicle_api.models.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.types.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.types.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.promotions.index': { paramsTuple?: []; params?: {} }
    'admin.promotions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.promotions.redemptions': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.promotion_pages.index': { paramsTuple?: []; params?: {} }
    'admin.promotion_pages.create': { paramsTuple?: []; params?: {} }
    'admin.promotion_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_groups.index': { paramsTuple?: []; params?: {} }
    'admin.customer_groups.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_group_pages.index': { paramsTuple?: []; params?: {} }
    'admin.customer_group_pages.create': { paramsTuple?: []; params?: {} }
    'admin.customer_group_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.index': { paramsTuple?: []; params?: {} }
    'admin.price_lists.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.rules.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_list_pages.index': { paramsTuple?: []; params?: {} }
    'admin.price_list_pages.create': { paramsTuple?: []; params?: {} }
    'admin.price_list_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.group_prices.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.show': { paramsTuple?: []; params?: {} }
    'me.export': { paramsTuple?: []; params?: {} }
    'me.sessions.index': { paramsTuple?: []; params?: {} }
    'me.addresses.index': { paramsTuple?: []; params?: {} }
    'me.addresses.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.vehicles.index': { paramsTuple?: []; params?: {} }
    'admin.customers.index': { paramsTuple?: []; params?: {} }
    'admin.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customers.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_pages.index': { paramsTuple?: []; params?: {} }
    'admin.customer_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_pages.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'products.index': { paramsTuple?: []; params?: {} }
    'products.facets': { paramsTuple?: []; params?: {} }
    'products.equivalents': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'search': { paramsTuple?: []; params?: {} }
    'search.suggestions': { paramsTuple?: []; params?: {} }
    'admin.unmet_demand.index': { paramsTuple?: []; params?: {} }
    'admin.concepts.index': { paramsTuple?: []; params?: {} }
    'admin.search_pages.unmet_demand.index': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.index': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.create': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.edit': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'admin.search_pages.equivalents.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.stock.index': { paramsTuple?: []; params?: {} }
    'admin.stock_pages.index': { paramsTuple?: []; params?: {} }
    'admin.stock_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.suppliers.index': { paramsTuple?: []; params?: {} }
    'admin.suppliers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.suppliers.offers.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.purchase_orders.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_orders.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_suggestions.index': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.index': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.create': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.supplier_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.purchase_order_pages.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_order_pages.create': { paramsTuple?: []; params?: {} }
    'admin.purchase_order_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.print': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.receive': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_suggestion_pages.index': { paramsTuple?: []; params?: {} }
    'cart.show': { paramsTuple?: []; params?: {} }
    'orders.index': { paramsTuple?: []; params?: {} }
    'orders.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'me.orders': { paramsTuple?: []; params?: {} }
    'admin.orders.index': { paramsTuple?: []; params?: {} }
    'admin.orders.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_pages.index': { paramsTuple?: []; params?: {} }
    'admin.order_pages.export': { paramsTuple?: []; params?: {} }
    'admin.order_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.customer_orders': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'payments.intents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.payments.look': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'payment_pages.return': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.index': { paramsTuple?: []; params?: {} }
    'admin.payments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payment_pages.index': { paramsTuple?: []; params?: {} }
    'admin.payment_methods.index': { paramsTuple?: []; params?: {} }
    'admin.shipments.index': { paramsTuple?: []; params?: {} }
    'admin.shipments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.remittances.index': { paramsTuple?: []; params?: {} }
    'admin.remittances.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.shipment_pages.index': { paramsTuple?: []; params?: {} }
    'admin.shipment_pages.packing': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.remittance_pages.index': { paramsTuple?: []; params?: {} }
    'admin.remittance_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'checkout.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'checkout.options': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quotes.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'quote_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quotes.index': { paramsTuple?: []; params?: {} }
    'admin.quotes.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.index': { paramsTuple?: []; params?: {} }
    'admin.quote_pages.create': { paramsTuple?: []; params?: {} }
    'admin.quote_pages.receipt': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.invoice': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.invoice_pdf': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_edit_pages.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.kits.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.kit_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'orders.invoice': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoices.index': { paramsTuple?: []; params?: {} }
    'admin.invoices.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoices.pdf': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoice_pages.index': { paramsTuple?: []; params?: {} }
    'admin.invoice_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoice_pages.pdf': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.forecasts.index': { paramsTuple?: []; params?: {} }
    'admin.forecasts.show': { paramsTuple: [ParamValue]; params: {'sku': ParamValue} }
    'orion.forecasts': { paramsTuple?: []; params?: {} }
    'admin.insights.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_proposals.index': { paramsTuple?: []; params?: {} }
    'admin.orion.model': { paramsTuple?: []; params?: {} }
    'admin.orion.training': { paramsTuple?: []; params?: {} }
    'admin.orion.settings': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.index': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.model': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.settings': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.insight_pages.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_proposal_pages.index': { paramsTuple?: []; params?: {} }
    'admin.leads.index': { paramsTuple?: []; params?: {} }
    'admin.leads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'prospector.leads': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.index': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.create': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.export': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.route': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.rules': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.duplicates': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.compare': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'otherId': ParamValue} }
    'admin.prospector.runs': { paramsTuple?: []; params?: {} }
    'admin.prospector.run': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.prospector_runs.index': { paramsTuple?: []; params?: {} }
    'admin.prospector_runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'products.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'order_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.reports.weekly': { paramsTuple?: []; params?: {} }
    'admin.reports.weekly.mail': { paramsTuple?: []; params?: {} }
    'admin.prospector_report.show': { paramsTuple?: []; params?: {} }
    'admin.prospector_report.mail': { paramsTuple?: []; params?: {} }
    'admin.dashboard': { paramsTuple?: []; params?: {} }
    'admin.palette': { paramsTuple?: []; params?: {} }
    'admin.components': { paramsTuple?: []; params?: {} }
    'admin.audit': { paramsTuple?: []; params?: {} }
    'admin.health': { paramsTuple?: []; params?: {} }
    'admin.settings': { paramsTuple?: []; params?: {} }
    'admin.mails.index': { paramsTuple?: []; params?: {} }
    'admin.mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.mails.body': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.jobs': { paramsTuple?: []; params?: {} }
    'admin.schedule': { paramsTuple?: []; params?: {} }
    'api.admin.dashboard.stats': { paramsTuple?: []; params?: {} }
    'api.admin.dashboard.activity': { paramsTuple?: []; params?: {} }
    'api.admin.audit': { paramsTuple?: []; params?: {} }
    'api.admin.queues': { paramsTuple?: []; params?: {} }
    'api.admin.jobs': { paramsTuple?: []; params?: {} }
    'api.admin.health': { paramsTuple?: []; params?: {} }
    'api.admin.mails.index': { paramsTuple?: []; params?: {} }
    'api.admin.mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin.schedule': { paramsTuple?: []; params?: {} }
    'api.admin.views.index': { paramsTuple?: []; params?: {} }
    'api.admin.list_preferences.show': { paramsTuple: [ParamValue]; params: {'page': ParamValue} }
    'reference': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'drive.public.serve': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'metrics': { paramsTuple?: []; params?: {} }
    'openapi': { paramsTuple?: []; params?: {} }
    'admin.login': { paramsTuple?: []; params?: {} }
    'admin.login.code': { paramsTuple?: []; params?: {} }
    'admin.password.forgot': { paramsTuple?: []; params?: {} }
    'admin.password.reset': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'account.show': { paramsTuple?: []; params?: {} }
    'account_second_factors.create': { paramsTuple?: []; params?: {} }
    'staff_members.index': { paramsTuple?: []; params?: {} }
    'staff_members.create': { paramsTuple?: []; params?: {} }
    'staff_members.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.staff.index': { paramsTuple?: []; params?: {} }
    'admin.staff.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'roles.index': { paramsTuple?: []; params?: {} }
    'roles.create': { paramsTuple?: []; params?: {} }
    'roles.edit': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'admin.roles.index': { paramsTuple?: []; params?: {} }
    'admin.roles.show': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'imports.create': { paramsTuple?: []; params?: {} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.errors': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.columns.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'exports.show': { paramsTuple?: []; params?: {} }
    'admin.imports.index': { paramsTuple?: []; params?: {} }
    'admin.imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.imports.errors': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.imports.columns.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.exports': { paramsTuple?: []; params?: {} }
    'brands.index': { paramsTuple?: []; params?: {} }
    'brands.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'categories.index': { paramsTuple?: []; params?: {} }
    'categories.show': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'admin.products.index': { paramsTuple?: []; params?: {} }
    'admin.products.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.price_changes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.numbers.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.images.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edit_api.index': { paramsTuple?: []; params?: {} }
    'admin.bulk_edit_api.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edit_api.preview': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.index': { paramsTuple?: []; params?: {} }
    'admin.product_pages.create': { paramsTuple?: []; params?: {} }
    'admin.product_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.customer_view': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.history': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.prices': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edits.index': { paramsTuple?: []; params?: {} }
    'admin.bulk_edits.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brands.index': { paramsTuple?: []; params?: {} }
    'admin.brands.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brand_pages.index': { paramsTuple?: []; params?: {} }
    'admin.brand_pages.create': { paramsTuple?: []; params?: {} }
    'admin.brand_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.categories.index': { paramsTuple?: []; params?: {} }
    'admin.categories.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.category_pages.index': { paramsTuple?: []; params?: {} }
    'admin.category_pages.create': { paramsTuple?: []; params?: {} }
    'admin.category_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_alarms.index': { paramsTuple?: []; params?: {} }
    'admin.price_alarm_pages.index': { paramsTuple?: []; params?: {} }
    'admin.attributes.index': { paramsTuple?: []; params?: {} }
    'admin.attributes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attribute_pages.index': { paramsTuple?: []; params?: {} }
    'admin.attribute_pages.create': { paramsTuple?: []; params?: {} }
    'admin.attribute_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'vehicles.makes': { paramsTuple?: []; params?: {} }
    'vehicles.models': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'vehicles.types': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'vehicles.type': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'vehicles.vin': { paramsTuple: [ParamValue]; params: {'vin': ParamValue} }
    'garage.index': { paramsTuple?: []; params?: {} }
    'products.fitments': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'admin.fitments.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitment_pages.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.index': { paramsTuple?: []; params?: {} }
    'admin.vehicles.vins.show': { paramsTuple?: []; params?: {} }
    'admin.vehicles.makes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.models.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.types.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.types.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.makes.index': { paramsTuple?: []; params?: {} }
    'admin.vehicle_api.makes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.models.index': { paramsTuple?: []; params?: {} }
    'admin.vehicle_api.models.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.types.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.types.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.promotions.index': { paramsTuple?: []; params?: {} }
    'admin.promotions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.promotions.redemptions': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.promotion_pages.index': { paramsTuple?: []; params?: {} }
    'admin.promotion_pages.create': { paramsTuple?: []; params?: {} }
    'admin.promotion_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_groups.index': { paramsTuple?: []; params?: {} }
    'admin.customer_groups.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_group_pages.index': { paramsTuple?: []; params?: {} }
    'admin.customer_group_pages.create': { paramsTuple?: []; params?: {} }
    'admin.customer_group_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.index': { paramsTuple?: []; params?: {} }
    'admin.price_lists.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.rules.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_list_pages.index': { paramsTuple?: []; params?: {} }
    'admin.price_list_pages.create': { paramsTuple?: []; params?: {} }
    'admin.price_list_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.group_prices.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.show': { paramsTuple?: []; params?: {} }
    'me.export': { paramsTuple?: []; params?: {} }
    'me.sessions.index': { paramsTuple?: []; params?: {} }
    'me.addresses.index': { paramsTuple?: []; params?: {} }
    'me.addresses.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.vehicles.index': { paramsTuple?: []; params?: {} }
    'admin.customers.index': { paramsTuple?: []; params?: {} }
    'admin.customers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customers.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_pages.index': { paramsTuple?: []; params?: {} }
    'admin.customer_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_pages.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'products.index': { paramsTuple?: []; params?: {} }
    'products.facets': { paramsTuple?: []; params?: {} }
    'products.equivalents': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'search': { paramsTuple?: []; params?: {} }
    'search.suggestions': { paramsTuple?: []; params?: {} }
    'admin.unmet_demand.index': { paramsTuple?: []; params?: {} }
    'admin.concepts.index': { paramsTuple?: []; params?: {} }
    'admin.search_pages.unmet_demand.index': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.index': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.create': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.edit': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'admin.search_pages.equivalents.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.stock.index': { paramsTuple?: []; params?: {} }
    'admin.stock_pages.index': { paramsTuple?: []; params?: {} }
    'admin.stock_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.suppliers.index': { paramsTuple?: []; params?: {} }
    'admin.suppliers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.suppliers.offers.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.purchase_orders.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_orders.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_suggestions.index': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.index': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.create': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.supplier_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.purchase_order_pages.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_order_pages.create': { paramsTuple?: []; params?: {} }
    'admin.purchase_order_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.print': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.receive': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_suggestion_pages.index': { paramsTuple?: []; params?: {} }
    'cart.show': { paramsTuple?: []; params?: {} }
    'orders.index': { paramsTuple?: []; params?: {} }
    'orders.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'me.orders': { paramsTuple?: []; params?: {} }
    'admin.orders.index': { paramsTuple?: []; params?: {} }
    'admin.orders.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_pages.index': { paramsTuple?: []; params?: {} }
    'admin.order_pages.export': { paramsTuple?: []; params?: {} }
    'admin.order_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.customer_orders': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'payments.intents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.payments.look': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'payment_pages.return': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.index': { paramsTuple?: []; params?: {} }
    'admin.payments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payment_pages.index': { paramsTuple?: []; params?: {} }
    'admin.payment_methods.index': { paramsTuple?: []; params?: {} }
    'admin.shipments.index': { paramsTuple?: []; params?: {} }
    'admin.shipments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.remittances.index': { paramsTuple?: []; params?: {} }
    'admin.remittances.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.shipment_pages.index': { paramsTuple?: []; params?: {} }
    'admin.shipment_pages.packing': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.remittance_pages.index': { paramsTuple?: []; params?: {} }
    'admin.remittance_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'checkout.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'checkout.options': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quotes.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'quote_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quotes.index': { paramsTuple?: []; params?: {} }
    'admin.quotes.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.index': { paramsTuple?: []; params?: {} }
    'admin.quote_pages.create': { paramsTuple?: []; params?: {} }
    'admin.quote_pages.receipt': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.invoice': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.invoice_pdf': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_edit_pages.create': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.kits.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.kit_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'orders.invoice': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoices.index': { paramsTuple?: []; params?: {} }
    'admin.invoices.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoices.pdf': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoice_pages.index': { paramsTuple?: []; params?: {} }
    'admin.invoice_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoice_pages.pdf': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.forecasts.index': { paramsTuple?: []; params?: {} }
    'admin.forecasts.show': { paramsTuple: [ParamValue]; params: {'sku': ParamValue} }
    'orion.forecasts': { paramsTuple?: []; params?: {} }
    'admin.insights.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_proposals.index': { paramsTuple?: []; params?: {} }
    'admin.orion.model': { paramsTuple?: []; params?: {} }
    'admin.orion.training': { paramsTuple?: []; params?: {} }
    'admin.orion.settings': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.index': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.model': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.settings': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.insight_pages.index': { paramsTuple?: []; params?: {} }
    'admin.purchase_proposal_pages.index': { paramsTuple?: []; params?: {} }
    'admin.leads.index': { paramsTuple?: []; params?: {} }
    'admin.leads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'prospector.leads': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.index': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.create': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.export': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.route': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.rules': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.duplicates': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.compare': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'otherId': ParamValue} }
    'admin.prospector.runs': { paramsTuple?: []; params?: {} }
    'admin.prospector.run': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.prospector_runs.index': { paramsTuple?: []; params?: {} }
    'admin.prospector_runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'products.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'order_pages.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.reports.weekly': { paramsTuple?: []; params?: {} }
    'admin.reports.weekly.mail': { paramsTuple?: []; params?: {} }
    'admin.prospector_report.show': { paramsTuple?: []; params?: {} }
    'admin.prospector_report.mail': { paramsTuple?: []; params?: {} }
    'admin.dashboard': { paramsTuple?: []; params?: {} }
    'admin.palette': { paramsTuple?: []; params?: {} }
    'admin.components': { paramsTuple?: []; params?: {} }
    'admin.audit': { paramsTuple?: []; params?: {} }
    'admin.health': { paramsTuple?: []; params?: {} }
    'admin.settings': { paramsTuple?: []; params?: {} }
    'admin.mails.index': { paramsTuple?: []; params?: {} }
    'admin.mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.mails.body': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.jobs': { paramsTuple?: []; params?: {} }
    'admin.schedule': { paramsTuple?: []; params?: {} }
    'api.admin.dashboard.stats': { paramsTuple?: []; params?: {} }
    'api.admin.dashboard.activity': { paramsTuple?: []; params?: {} }
    'api.admin.audit': { paramsTuple?: []; params?: {} }
    'api.admin.queues': { paramsTuple?: []; params?: {} }
    'api.admin.jobs': { paramsTuple?: []; params?: {} }
    'api.admin.health': { paramsTuple?: []; params?: {} }
    'api.admin.mails.index': { paramsTuple?: []; params?: {} }
    'api.admin.mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin.schedule': { paramsTuple?: []; params?: {} }
    'api.admin.views.index': { paramsTuple?: []; params?: {} }
    'api.admin.list_preferences.show': { paramsTuple: [ParamValue]; params: {'page': ParamValue} }
    'reference': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'admin.auth.login': { paramsTuple?: []; params?: {} }
    'admin.auth.refresh': { paramsTuple?: []; params?: {} }
    'admin.auth.logout': { paramsTuple?: []; params?: {} }
    'admin.login.store': { paramsTuple?: []; params?: {} }
    'admin.login_codes.store': { paramsTuple?: []; params?: {} }
    'admin.logout': { paramsTuple?: []; params?: {} }
    'admin.password_resets.store': { paramsTuple?: []; params?: {} }
    'admin.passwords.update': { paramsTuple?: []; params?: {} }
    'account.update': { paramsTuple?: []; params?: {} }
    'account_passwords.update': { paramsTuple?: []; params?: {} }
    'account_second_factors.destroy': { paramsTuple?: []; params?: {} }
    'account_logins.destroy': { paramsTuple: [ParamValue]; params: {'sid': ParamValue} }
    'account_other_logins.destroy': { paramsTuple?: []; params?: {} }
    'account_second_factors.store': { paramsTuple?: []; params?: {} }
    'staff_members.store': { paramsTuple?: []; params?: {} }
    'staff_members.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'suspensions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'suspensions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'staff_reset_links.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'staff_second_factors.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.staff.store': { paramsTuple?: []; params?: {} }
    'admin.staff.reset_link': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'roles.store': { paramsTuple?: []; params?: {} }
    'roles.update': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'roles.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'admin.roles.store': { paramsTuple?: []; params?: {} }
    'imports.store': { paramsTuple?: []; params?: {} }
    'imports.columns.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'move': ParamValue} }
    'admin.imports.moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'move': ParamValue} }
    'admin.imports.store': { paramsTuple?: []; params?: {} }
    'admin.products.store': { paramsTuple?: []; params?: {} }
    'admin.products.price_changes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.numbers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.images.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edit_api.store': { paramsTuple?: []; params?: {} }
    'admin.bulk_edit_api.run': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edit_api.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.store': { paramsTuple?: []; params?: {} }
    'admin.product_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.status': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.archive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.restore': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.numbers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.numbers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.product_pages.images.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.product_pages.images.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.product_pages.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.product_pages.prices.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edits.store': { paramsTuple?: []; params?: {} }
    'admin.bulk_edits.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.bulk_edits.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brands.store': { paramsTuple?: []; params?: {} }
    'admin.brand_pages.store': { paramsTuple?: []; params?: {} }
    'admin.brand_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.brand_pages.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.categories.store': { paramsTuple?: []; params?: {} }
    'admin.category_pages.store': { paramsTuple?: []; params?: {} }
    'admin.category_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.category_pages.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.category_pages.step': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.category_pages.place': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_alarm_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attributes.store': { paramsTuple?: []; params?: {} }
    'admin.attribute_pages.store': { paramsTuple?: []; params?: {} }
    'admin.attribute_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attribute_pages.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'garage.store': { paramsTuple?: []; params?: {} }
    'admin.vins.confirmations.store': { paramsTuple: [ParamValue]; params: {'vin': ParamValue} }
    'admin.fitments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitments.copy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitment_pages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitment_pages.copy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.fitment_pages.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'ruleId': ParamValue} }
    'admin.fitment_pages.vehicles.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'vehicleTypeId': ParamValue} }
    'admin.vehicles.vins.store': { paramsTuple: [ParamValue,ParamValue]; params: {'vin': ParamValue,'vehicleTypeId': ParamValue} }
    'admin.vehicles.vins.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'vin': ParamValue,'vehicleTypeId': ParamValue} }
    'admin.vehicles.makes.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.models.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.types.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.types.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicles.aliases.store': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'admin.vehicles.aliases.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue,'aliasId': ParamValue} }
    'admin.vehicle_api.types.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.aliases.store': { paramsTuple: [ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue} }
    'admin.promotions.store': { paramsTuple?: []; params?: {} }
    'admin.promotion_pages.store': { paramsTuple?: []; params?: {} }
    'admin.promotion_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_groups.store': { paramsTuple?: []; params?: {} }
    'admin.customer_group_pages.store': { paramsTuple?: []; params?: {} }
    'admin.customer_group_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_group_pages.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.store': { paramsTuple?: []; params?: {} }
    'admin.price_lists.rules.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_list_pages.store': { paramsTuple?: []; params?: {} }
    'admin.price_list_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_list_pages.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_list_pages.rules.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_list_pages.rules.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'ruleId': ParamValue} }
    'auth.register': { paramsTuple?: []; params?: {} }
    'auth.login': { paramsTuple?: []; params?: {} }
    'auth.refresh': { paramsTuple?: []; params?: {} }
    'auth.logout': { paramsTuple?: []; params?: {} }
    'auth.forgot': { paramsTuple?: []; params?: {} }
    'auth.reset': { paramsTuple?: []; params?: {} }
    'me.erase': { paramsTuple?: []; params?: {} }
    'me.addresses.store': { paramsTuple?: []; params?: {} }
    'me.vehicles.store': { paramsTuple?: []; params?: {} }
    'admin.customers.erase': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_pages.group': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_pages.erase': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'references.resolve': { paramsTuple?: []; params?: {} }
    'admin.unmet_demand.store': { paramsTuple?: []; params?: {} }
    'admin.search_pages.unmet_demand.store': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.store': { paramsTuple?: []; params?: {} }
    'admin.search_pages.words.destroy': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'admin.search_pages.equivalents.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'otherId': ParamValue} }
    'admin.stock.adjustments.store': { paramsTuple?: []; params?: {} }
    'admin.stock.transfers.store': { paramsTuple?: []; params?: {} }
    'admin.stock_pages.adjust': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.stock_pages.carry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.stock_pages.limit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.suppliers.store': { paramsTuple?: []; params?: {} }
    'admin.purchase_orders.store': { paramsTuple?: []; params?: {} }
    'admin.purchase_orders.receipts.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_orders.moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'move': ParamValue} }
    'admin.purchase_suggestions.store': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.store': { paramsTuple?: []; params?: {} }
    'admin.supplier_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.supplier_pages.offers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.supplier_pages.offers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'productId': ParamValue} }
    'admin.purchase_order_pages.store': { paramsTuple?: []; params?: {} }
    'admin.purchase_order_pages.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.lines': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.receipts': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_order_pages.moves': { paramsTuple: [ParamValue,ParamValue]; params: {'number': ParamValue,'move': ParamValue} }
    'admin.purchase_suggestion_pages.store': { paramsTuple?: []; params?: {} }
    'cart.coupon.store': { paramsTuple?: []; params?: {} }
    'cart.items.store': { paramsTuple?: []; params?: {} }
    'orders.track': { paramsTuple?: []; params?: {} }
    'orders.cancel': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.orders.confirm': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.orders.cancel': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.orders.note': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.orders.call': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_pages.confirm': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_pages.cancel': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_pages.note': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_pages.call': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'payments.intents.store': { paramsTuple?: []; params?: {} }
    'payments.intents.confirm': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.payments.store': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'payment_pages.retry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.check': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.receive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.refund': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payments.finish_refund': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'refundId': ParamValue} }
    'admin.payment_pages.check': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payment_pages.receive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payment_pages.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payment_pages.refund': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.payment_pages.finish_refund': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'refundId': ParamValue} }
    'admin.payment_method_pages.store': { paramsTuple: [ParamValue]; params: {'method': ParamValue} }
    'admin.shipments.store': { paramsTuple?: []; params?: {} }
    'admin.shipments.deliver': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.shipments.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.shipments.inspect': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.handovers.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.remittances.store': { paramsTuple?: []; params?: {} }
    'admin.remittances.accept': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lineId': ParamValue} }
    'admin.shipment_pages.dispatch': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.shipment_pages.handover': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.shipment_pages.deliver': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.shipment_pages.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.shipment_pages.inspect': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.remittance_pages.store': { paramsTuple?: []; params?: {} }
    'admin.remittance_pages.accept': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'lineId': ParamValue} }
    'checkout.store': { paramsTuple?: []; params?: {} }
    'checkout.complete': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quotes.store': { paramsTuple?: []; params?: {} }
    'quotes.accept': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'quote_pages.accept': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quotes.accept': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quotes.extend': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quotes.refuse': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.store': { paramsTuple?: []; params?: {} }
    'admin.quote_pages.sell': { paramsTuple?: []; params?: {} }
    'admin.quote_pages.issue': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.accept': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.extend': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.quote_pages.refuse': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.orders.edit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.order_edit_pages.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.kit_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.invoices.store': { paramsTuple?: []; params?: {} }
    'admin.invoices.credit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.invoice_pages.store': { paramsTuple?: []; params?: {} }
    'admin.invoice_pages.credit': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.purchase_proposals.accept': { paramsTuple?: []; params?: {} }
    'admin.purchase_proposals.decline': { paramsTuple?: []; params?: {} }
    'admin.orion.train': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.train': { paramsTuple?: []; params?: {} }
    'admin.forecast_pages.set': { paramsTuple?: []; params?: {} }
    'admin.insight_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.purchase_proposal_pages.accept': { paramsTuple?: []; params?: {} }
    'admin.purchase_proposal_pages.decline': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.rules.store': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.apart': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.unmerge': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.store': { paramsTuple?: []; params?: {} }
    'admin.lead_pages.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.merge': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.move': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.note': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.contact': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.plan': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.finish': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'taskId': ParamValue} }
    'admin.lead_pages.leave': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.lead_pages.convert': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.prospector.sites': { paramsTuple?: []; params?: {} }
    'order_pages.cancel': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.views.store': { paramsTuple?: []; params?: {} }
    'admin.views.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.list_preferences.store': { paramsTuple?: []; params?: {} }
    'admin.jobs.retry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.jobs.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.jobs.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.schedule.run': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'api.admin.schedule.run': { paramsTuple: [ParamValue]; params: {'task': ParamValue} }
    'api.admin.views.store': { paramsTuple?: []; params?: {} }
    'api.admin.jobs.retry': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin.jobs.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PATCH: {
    'admin.staff.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.roles.update': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'admin.products.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.images.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.brands.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.categories.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attributes.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.makes.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.models.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.customer_groups.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.update': { paramsTuple?: []; params?: {} }
    'admin.customers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.suppliers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.purchase_orders.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'admin.insights.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.orion.set': { paramsTuple?: []; params?: {} }
    'admin.leads.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin.list_preferences.update': { paramsTuple: [ParamValue]; params: {'page': ParamValue} }
  }
  DELETE: {
    'admin.staff.second_factor': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.roles.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'admin.products.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.numbers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.products.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'partId': ParamValue} }
    'admin.brands.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.categories.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.attributes.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'garage.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vins.confirmations.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'vin': ParamValue,'vehicleTypeId': ParamValue} }
    'admin.fitments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'ruleId': ParamValue} }
    'admin.direct_fitments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'vehicleTypeId': ParamValue} }
    'admin.vehicle_api.aliases.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'kind': ParamValue,'id': ParamValue,'aliasId': ParamValue} }
    'admin.customer_groups.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.rules.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'ruleId': ParamValue} }
    'me.sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.addresses.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.vehicles.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.concepts.destroy': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'admin.suppliers.offers.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'productId': ParamValue} }
    'cart.destroy': { paramsTuple?: []; params?: {} }
    'cart.coupon.destroy': { paramsTuple?: []; params?: {} }
    'cart.items.destroy': { paramsTuple: [ParamValue]; params: {'sku': ParamValue} }
    'api.admin.views.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.admin.jobs.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PUT: {
    'admin.imports.columns.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_alarms.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.vehicle_api.types.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.promotions.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.price_lists.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'me.addresses.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.concepts.update': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'admin.equivalence_verdicts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'otherId': ParamValue} }
    'admin.stock.limits.store': { paramsTuple?: []; params?: {} }
    'admin.suppliers.offers.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'productId': ParamValue} }
    'admin.purchase_orders.lines': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'cart.items.update': { paramsTuple: [ParamValue]; params: {'sku': ParamValue} }
    'admin.payment_methods.update': { paramsTuple: [ParamValue]; params: {'method': ParamValue} }
    'checkout.address': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'checkout.option': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.kits.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}