package parlance.local.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.gaul.s3proxy.Main;

/**
 * {@code S3Server <data directory> <port>}, with the credentials and the bucket in S3_ACCESS_KEY,
 * S3_SECRET_KEY and S3_BUCKET, so that they are not seen in the process list.
 */
public final class S3Server {

    private S3Server() {}

    public static void main(String[] args) throws Exception {
        var data = Path.of(args[0]).toAbsolutePath();
        var environment = System.getenv();
        // A bucket of the file system store is a folder.
        Files.createDirectories(
                data.resolve("buckets").resolve(required(environment, "S3_BUCKET")));
        var properties =
                propertiesOf(data.resolve("buckets"), Integer.parseInt(args[1]), environment);
        Main.main(new String[] {"--properties", write(properties, data).toString()});
    }

    private static Properties propertiesOf(
            Path buckets, int port, Map<String, String> environment) {
        var properties = new Properties();
        properties.setProperty("s3proxy.endpoint", "http://127.0.0.1:" + port);
        properties.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        properties.setProperty("s3proxy.identity", required(environment, "S3_ACCESS_KEY"));
        properties.setProperty("s3proxy.credential", required(environment, "S3_SECRET_KEY"));
        properties.setProperty("s3proxy.cors-allow-origins", "*");
        properties.setProperty("s3proxy.cors-allow-methods", "GET HEAD PUT");
        properties.setProperty("s3proxy.cors-allow-headers", "*");
        properties.setProperty("jclouds.provider", "filesystem-nio2");
        properties.setProperty("jclouds.filesystem.basedir", buckets.toString());
        return properties;
    }

    private static Path write(Properties properties, Path data) throws IOException {
        var file = data.resolve("s3proxy.properties");
        Files.deleteIfExists(file);
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException e) {
            Files.createFile(file);
        }
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    private static String required(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name + " is not set");
    }
}
