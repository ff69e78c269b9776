package vn.commendation.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<AccountEntity, String> {

  @Query(
      """
      select a from AccountEntity a join fetch a.person p join fetch p.unit
      where a.username = :username""")
  Optional<AccountEntity> findByUsername(String username);

  @Query(
      """
      select distinct a from AccountEntity a join fetch a.person p join fetch p.unit
      left join fetch a.roles where a.username in :usernames and a.enabled""")
  List<AccountEntity> findEnabled(Collection<String> usernames);

  @Query(
      """
      select distinct a from AccountEntity a join fetch a.person p join fetch p.unit
      join a.roles r where r in :roles and a.enabled""")
  List<AccountEntity> findByRoles(Collection<Role> roles);
}
