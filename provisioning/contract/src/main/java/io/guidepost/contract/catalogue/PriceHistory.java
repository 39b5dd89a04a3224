package io.guidepost.contract.catalogue;

import java.util.List;

/** The online price of one offer over time, oldest point first. */
public record PriceHistory(OfferId offer, List<PricePoint> points) {}
