package io.guidepost.contract.member;

/**
 * What a kiosk may know and show of a member.
 *
 * @param maskedName such as {@code A••• M.}
 * @param tier name of the member tier
 */
public record MemberView(MemberRef ref, String maskedName, String tier) {}
