package dev.crosswalk.connectors.sandbox.data;

/**
 * What the fields of one record agree on: who, where, and for which company.
 *
 * @param companyIndex which of the account records the company is
 * @param domain of the company's web site and mail
 */
record Persona(
    String first,
    String last,
    Place place,
    String street,
    String company,
    String domain,
    int companyIndex) {}
