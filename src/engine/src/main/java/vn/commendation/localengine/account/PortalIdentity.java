package vn.commendation.localengine.account;

import java.util.List;
import java.util.regex.Pattern;
import org.operaton.bpm.engine.identity.Group;
import org.operaton.bpm.engine.identity.GroupQuery;
import org.operaton.bpm.engine.identity.NativeUserQuery;
import org.operaton.bpm.engine.identity.Tenant;
import org.operaton.bpm.engine.identity.TenantQuery;
import org.operaton.bpm.engine.identity.User;
import org.operaton.bpm.engine.identity.UserQuery;
import org.operaton.bpm.engine.impl.GroupQueryImpl;
import org.operaton.bpm.engine.impl.Page;
import org.operaton.bpm.engine.impl.TenantQueryImpl;
import org.operaton.bpm.engine.impl.UserQueryImpl;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;
import org.operaton.bpm.engine.impl.interceptor.CommandExecutor;
import org.operaton.bpm.engine.impl.interceptor.Session;
import org.operaton.bpm.engine.impl.interceptor.SessionFactory;
import org.operaton.bpm.engine.impl.persistence.entity.GroupEntity;
import org.operaton.bpm.engine.impl.persistence.entity.UserEntity;
import vn.commendation.localengine.account.Accounts.Account;
import vn.commendation.localengine.account.Accounts.Membership;

/** Lets Operaton know the portal's people and groups; it changes none. */
public final class PortalIdentity implements SessionFactory {

  private final Accounts accounts;

  public PortalIdentity(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Class<?> getSessionType() {
    return ReadOnlyIdentityProvider.class;
  }

  @Override
  public Session openSession() {
    return new Provider();
  }

  private final class Provider implements ReadOnlyIdentityProvider {

    @Override
    public User findUserById(String id) {
      return accounts.find(id).map(PortalIdentity::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
      return new Users(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
      return new Users(null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
      throw new UnsupportedOperationException("Accounts are the portal's");
    }

    @Override
    public boolean checkPassword(String id, String password) {
      return id != null && password != null && accounts.matches(id, password);
    }

    @Override
    public Group findGroupById(String id) {
      return createGroupQuery(Context.getCommandContext()).groupId(id).singleResult();
    }

    @Override
    public GroupQuery createGroupQuery() {
      return new Groups(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
      return new Groups(null);
    }

    @Override
    public Tenant findTenantById(String id) {
      return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
      return new NoTenants(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
      return new NoTenants(null);
    }

    @Override
    public void flush() {
      // nothing is changed
    }

    @Override
    public void close() {
      // nothing is kept
    }
  }

  private static User user(Account account) {
    var user = new UserEntity(account.username());
    user.setFirstName(account.displayName());
    user.setLastName("");
    return user;
  }

  private final class Users extends UserQueryImpl {

    private Users(CommandExecutor executor) {
      super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
      return found().size();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
      return page(found(), page);
    }

    private List<User> found() {
      var candidates = id == null ? accounts.all() : accounts.find(id).stream().toList();
      var members =
          groupId == null
              ? null
              : accounts.memberships().stream()
                  .filter(membership -> membership.group().id().equals(groupId))
                  .map(Membership::username)
                  .toList();
      return candidates.stream()
          .filter(account -> ids == null || List.of(ids).contains(account.username()))
          .filter(account -> members == null || members.contains(account.username()))
          .filter(account -> firstName == null || firstName.equals(account.displayName()))
          .filter(account -> like(firstNameLike, account.displayName()))
          .filter(account -> nothingElseAsked())
          .map(PortalIdentity::user)
          .toList();
    }

    /** Last names and addresses are not known here: nobody has the one that is looked for. */
    private boolean nothingElseAsked() {
      return lastName == null
          && lastNameLike == null
          && email == null
          && emailLike == null
          && tenantId == null;
    }
  }

  private final class Groups extends GroupQueryImpl {

    private Groups(CommandExecutor executor) {
      super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
      return found().size();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
      return page(found(), page);
    }

    private List<Group> found() {
      var candidates =
          userId == null
              ? accounts.memberships().stream().map(Membership::group).distinct().toList()
              : accounts.groupsOf(userId);
      return candidates.stream()
          .filter(group -> id == null || id.equals(group.id()))
          .filter(group -> ids == null || List.of(ids).contains(group.id()))
          .filter(group -> name == null || name.equals(group.name()))
          .filter(group -> like(nameLike, group.name()))
          .filter(group -> type == null && tenantId == null)
          .map(PortalIdentity::group)
          .toList();
    }
  }

  private static Group group(Accounts.Group known) {
    var group = new GroupEntity(known.id());
    group.setName(known.name());
    return group;
  }

  private static final class NoTenants extends TenantQueryImpl {

    private NoTenants(CommandExecutor executor) {
      super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
      return 0;
    }

    @Override
    public List<Tenant> executeList(CommandContext context, Page page) {
      return List.of();
    }
  }

  private static <T> List<T> page(List<T> all, Page page) {
    return page == null
        ? all
        : all.stream().skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
  }

  private static boolean like(String pattern, String value) {
    if (pattern == null) {
      return true;
    }
    var parts = pattern.split("%", -1);
    var expression = new StringBuilder();
    for (var i = 0; i < parts.length; i++) {
      expression.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
    }
    return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(value)
        .matches();
  }
}
