package parlance.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parlance.local.infra.DataDirectory;

class LocalEnvironmentTest {

    @TempDir private Path folder;

    @Test
    void secretsAreMadeOnceAndOnlyTheirOwnerReadsThem() throws Exception {
        var dataDirectory = new DataDirectory(folder);

        var first = LocalEnvironment.loadOrCreate(dataDirectory);

        assertThat(LocalEnvironment.loadOrCreate(dataDirectory)).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(LocalEnvironment.file(dataDirectory)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void browsersTakeThePublicKeyOfWebPush() {
        var key =
                LocalEnvironment.loadOrCreate(new DataDirectory(folder))
                        .get("PARLANCE_PUSH_WEB_PUBLIC_KEY");

        var point = Base64.getUrlDecoder().decode(key);
        assertThat(point).hasSize(65);
        assertThat(point[0]).isEqualTo((byte) 4);
    }

    @Test
    void aShellReadsTheSameValues() throws Exception {
        var file = folder.resolve("local.env");
        LocalEnvironment.write(file, Map.of("AWKWARD", "it's {\"a\": \"$HOME `id` \\\\ \"}"));

        var shell =
                new ProcessBuilder("sh", "-c", ". '" + file + "'; printf %s \"$AWKWARD\"").start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(LocalEnvironment.read(file).get("AWKWARD"))
                .isEqualTo("it's {\"a\": \"$HOME `id` \\\\ \"}");
    }

    @Test
    void whatIsMissingIsAddedAndTheRestKept() {
        var dataDirectory = new DataDirectory(folder);
        LocalEnvironment.write(
                LocalEnvironment.file(dataDirectory), Map.of("PARLANCE_ADMIN_API_KEY", "mine"));

        assertThat(LocalEnvironment.loadOrCreate(dataDirectory))
                .containsEntry("PARLANCE_ADMIN_API_KEY", "mine")
                .containsKey("PARLANCE_SERVICE_TOKEN");
    }

    @Test
    void keysAreSetsWithTheIdsThatServicesLookFor() throws Exception {
        var secrets = LocalEnvironment.loadOrCreate(new DataDirectory(folder));

        var sealed = new JsonWebKeySet(secrets.get("PARLANCE_SEAL_PRIVATE_KEYS"));
        assertThat(sealed.getJsonWebKeys()).extracting("keyId").containsExactly("auth", "user");
        assertThat(sealed.getJsonWebKeys())
                .allMatch(key -> ((PublicJsonWebKey) key).getPrivateKey() != null);
        var open = new JsonWebKeySet(secrets.get("PARLANCE_SEAL_PUBLIC_KEYS"));
        assertThat(open.getJsonWebKeys())
                .allMatch(key -> ((PublicJsonWebKey) key).getPrivateKey() == null);
        var signing = new JsonWebKeySet(secrets.get("PARLANCE_AUTH_SIGNING_KEYS"));
        assertThat(signing.getJsonWebKeys()).extracting("algorithm").containsExactly("RS256");
    }
}
