package parlance.testing.load;

import java.net.URI;

/**
 * Where clients come in: one address behind a front door, two behind none.
 *
 * @param front where sockets are opened, as http or https
 */
record Doors(URI front, URI login) {

    URI socket() {
        var scheme = "https".equals(front.getScheme()) ? "wss" : "ws";
        return URI.create(scheme + "://" + front.getAuthority() + "/");
    }
}
