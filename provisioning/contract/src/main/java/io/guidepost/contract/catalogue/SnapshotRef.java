package io.guidepost.contract.catalogue;

/**
 * Where the snapshot of a catalogue version lies.
 *
 * @param path path below the backend's HTTP address
 * @param length bytes of the gzipped file
 * @param sha256 lower-case hex digest of the gzipped file
 */
public record SnapshotRef(long version, String path, long length, String sha256) {}
