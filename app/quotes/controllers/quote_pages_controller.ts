import type { HttpContext } from '@adonisjs/core/http'
import { acceptanceForm } from '#app/quotes/acceptance_form'
import { quoteOfBuyer } from '#app/quotes/quote_of_buyer'
import { quoteNumberValidator, quoteTokenValidator } from '#app/quotes/quote_validators'

/** A quote in the browser of whoever was sent its link. */
export default class QuotePagesController {
  async show({ params, request, view }: HttpContext) {
    const { number } = await quoteNumberValidator.validate(params)
    const { token } = await quoteTokenValidator.validate(request.qs())
    const quote = await quoteOfBuyer(number, token)
    return view.render('quotes/show', { quote, token, form: await acceptanceForm(quote) })
  }
}
