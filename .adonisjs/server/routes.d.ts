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
    'admin.logout': { paramsTuple?: []; params?: {} }
    'admin.password.forgot': { paramsTuple?: []; params?: {} }
    'admin.password_resets.store': { paramsTuple?: []; params?: {} }
    'admin.password.reset': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'admin.passwords.update': { paramsTuple?: []; params?: {} }
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
    'products.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'admin.dashboard': { paramsTuple?: []; params?: {} }
    'admin.palette': { paramsTuple?: []; params?: {} }
    'admin.components': { paramsTuple?: []; params?: {} }
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
    'admin.password.forgot': { paramsTuple?: []; params?: {} }
    'admin.password.reset': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'imports.create': { paramsTuple?: []; params?: {} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.errors': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.columns.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'exports.show': { paramsTuple?: []; params?: {} }
    'admin.imports.index': { paramsTuple?: []; params?: {} }
    'admin.imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.imports.errors': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.exports': { paramsTuple?: []; params?: {} }
    'brands.index': { paramsTuple?: []; params?: {} }
    'brands.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'categories.index': { paramsTuple?: []; params?: {} }
    'categories.show': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'admin.products.index': { paramsTuple?: []; params?: {} }
    'admin.products.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.price_changes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'vehicles.makes': { paramsTuple?: []; params?: {} }
    'vehicles.models': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'vehicles.types': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'vehicles.type': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'vehicles.vin': { paramsTuple: [ParamValue]; params: {'vin': ParamValue} }
    'garage.index': { paramsTuple?: []; params?: {} }
    'products.fitments': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'products.index': { paramsTuple?: []; params?: {} }
    'products.facets': { paramsTuple?: []; params?: {} }
    'products.equivalents': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'search': { paramsTuple?: []; params?: {} }
    'search.suggestions': { paramsTuple?: []; params?: {} }
    'admin.unmet_demand.index': { paramsTuple?: []; params?: {} }
    'admin.concepts.index': { paramsTuple?: []; params?: {} }
    'products.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'admin.dashboard': { paramsTuple?: []; params?: {} }
    'admin.palette': { paramsTuple?: []; params?: {} }
    'admin.components': { paramsTuple?: []; params?: {} }
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
    'admin.password.forgot': { paramsTuple?: []; params?: {} }
    'admin.password.reset': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'imports.create': { paramsTuple?: []; params?: {} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.errors': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.columns.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'exports.show': { paramsTuple?: []; params?: {} }
    'admin.imports.index': { paramsTuple?: []; params?: {} }
    'admin.imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.imports.errors': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.exports': { paramsTuple?: []; params?: {} }
    'brands.index': { paramsTuple?: []; params?: {} }
    'brands.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'categories.index': { paramsTuple?: []; params?: {} }
    'categories.show': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'admin.products.index': { paramsTuple?: []; params?: {} }
    'admin.products.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.products.price_changes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'vehicles.makes': { paramsTuple?: []; params?: {} }
    'vehicles.models': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'vehicles.types': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'vehicles.type': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'vehicles.vin': { paramsTuple: [ParamValue]; params: {'vin': ParamValue} }
    'garage.index': { paramsTuple?: []; params?: {} }
    'products.fitments': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'products.index': { paramsTuple?: []; params?: {} }
    'products.facets': { paramsTuple?: []; params?: {} }
    'products.equivalents': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'search': { paramsTuple?: []; params?: {} }
    'search.suggestions': { paramsTuple?: []; params?: {} }
    'admin.unmet_demand.index': { paramsTuple?: []; params?: {} }
    'admin.concepts.index': { paramsTuple?: []; params?: {} }
    'products.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'admin.dashboard': { paramsTuple?: []; params?: {} }
    'admin.palette': { paramsTuple?: []; params?: {} }
    'admin.components': { paramsTuple?: []; params?: {} }
    'reference': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'admin.auth.login': { paramsTuple?: []; params?: {} }
    'admin.auth.refresh': { paramsTuple?: []; params?: {} }
    'admin.auth.logout': { paramsTuple?: []; params?: {} }
    'admin.login.store': { paramsTuple?: []; params?: {} }
    'admin.logout': { paramsTuple?: []; params?: {} }
    'admin.password_resets.store': { paramsTuple?: []; params?: {} }
    'admin.passwords.update': { paramsTuple?: []; params?: {} }
    'imports.store': { paramsTuple?: []; params?: {} }
    'imports.columns.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'move': ParamValue} }
    'admin.imports.moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'move': ParamValue} }
    'admin.imports.store': { paramsTuple?: []; params?: {} }
    'admin.products.store': { paramsTuple?: []; params?: {} }
    'admin.products.price_changes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'garage.store': { paramsTuple?: []; params?: {} }
    'admin.vins.confirmations.store': { paramsTuple: [ParamValue]; params: {'vin': ParamValue} }
    'references.resolve': { paramsTuple?: []; params?: {} }
    'admin.unmet_demand.store': { paramsTuple?: []; params?: {} }
  }
  PUT: {
    'admin.products.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.concepts.update': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'admin.equivalence_verdicts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'otherId': ParamValue} }
  }
  PATCH: {
    'admin.products.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  DELETE: {
    'admin.products.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'garage.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.concepts.destroy': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}