package io.guidepost.kiosk.demo.bench;

/**
 * One start of a program.
 *
 * @param milliseconds from the process's start to its first frame
 * @param megabytes proportional set size of its whole process tree, a second later
 */
record Start(double milliseconds, double megabytes) {}
