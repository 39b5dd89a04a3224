package io.guidepost.devices.scanner.camera;

/**
 * A part of a frame that changes in all directions, as matrix codes do, with a margin around it.
 *
 * @param left may lie outside the frame, pixels
 * @param top may lie outside the frame, pixels
 * @param width pixels
 * @param height pixels
 */
record PatchRegion(int left, int top, int width, int height) {}
