package io.guidepost.contract.catalogue;

/**
 * A picture that a kiosk fetches by HTTP and keeps.
 *
 * @param path path below the backend's picture address, such as {@code p/3f2a.jpg}
 * @param sha256 lower-case hex digest of the bytes
 */
public record Picture(String path, String sha256) {}
