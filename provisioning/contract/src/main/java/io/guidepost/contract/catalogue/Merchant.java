package io.guidepost.contract.catalogue;

/**
 * A merchant.
 *
 * @param category id of a {@link Category}
 * @param certified the mall has checked who they are
 */
public record Merchant(
        MerchantId id,
        String name,
        RegionId region,
        String city,
        String address,
        String category,
        boolean certified) {
    /** Where a merchant is, for a voucher: the address with the city, unless it ends with it. */
    public static String place(String address, String city) {
        int before = address.length() - city.length();
        boolean named =
                before >= 0
                        && address.regionMatches(true, before, city, 0, city.length())
                        && (before == 0 || !Character.isLetterOrDigit(address.charAt(before - 1)));
        return named ? address : address + ", " + city;
    }
}
