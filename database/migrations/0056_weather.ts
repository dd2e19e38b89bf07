import { BaseSchema } from '@adonisjs/lucid/schema'

/** The weather where the shop is, day by day, as Open-Meteo tells it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table weather_days (
        place text not null, -- latitude and longitude
        day date not null,
        high real not null, -- degrees Celsius
        low real not null,
        rain real not null, -- millimetres
        settled boolean not null, -- measured; a forecast otherwise
        primary key (place, day)
      );
    `)
  }
}
