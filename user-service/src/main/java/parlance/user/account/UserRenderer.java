package parlance.user.account;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.user.User;
import parlance.internalapi.file.ImageUrls;

/** Users as clients are shown them: with the URLs of their pictures. */
@Singleton
public class UserRenderer {

    private final ImageUrls imageUrls;

    UserRenderer(ImageUrls imageUrls) {
        this.imageUrls = imageUrls;
    }

    public User of(Account account) {
        return of(account.organizationId(), List.of(account)).getFirst();
    }

    /** In the same order; file-service is asked once for all of them. */
    List<User> of(OrganizationId organization, List<Account> accounts) {
        var users = accounts.stream().map(Account::user).toList();
        var ids = new HashSet<FileId>();
        for (var user : users) {
            if (user.avatar() != null) {
                ids.add(user.avatar().fileId());
            }
        }
        var urls = imageUrls.find(organization, ids);
        return users.stream().map(user -> withPicture(user, urls)).toList();
    }

    private static User withPicture(User user, Map<FileId, String> urls) {
        var avatar = user.avatar();
        var url = avatar == null ? null : urls.get(avatar.fileId());
        return url == null ? user : user.withAvatarUrl(url);
    }
}
