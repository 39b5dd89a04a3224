package io.guidepost.contract.catalogue;

/**
 * A merchant.
 *
 * @param category one of the mall's categories, such as {@code food}, {@code cinema}, {@code
 *     beauty}, {@code grocery}
 * @param certified the mall has checked who they are
 */
public record Merchant(
        MerchantId id,
        String name,
        RegionId region,
        String city,
        String address,
        String category,
        boolean certified) {}
