package io.guiyi.lab.population;

import io.guiyi.lab.population.books.TradeBook.Trade;

/**
 * An invented firm of Cixi.
 *
 * @param number its number in the city, from 0
 * @param name full name
 * @param creditCode unified social credit code
 * @param unitNumber number at the labour department
 * @param trade what it makes
 * @param phone its office phone
 */
public record Employer(
    int number, String name, String creditCode, String unitNumber, Trade trade, String phone) {}
