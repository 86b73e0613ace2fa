package parlance.sample.friend;

import parlance.sample.careless.Careless;

/** Knows who knows it. */
public record Friend(Careless other) {}
