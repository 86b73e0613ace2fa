package parlance.testing.load;

import java.net.URI;

/** Where clients come in: one address behind a front door, two behind none. */
record Doors(URI socket, URI login) {}
