package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.mapping.MappingDesk.Group;
import dev.crosswalk.app.studio.mapping.MappingDesk.Opened;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.TargetSuggestions;
import dev.crosswalk.app.workspace.UnsavedWork;
import dev.crosswalk.app.workspace.WorkspaceGit;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.match.FieldMatcher;
import dev.crosswalk.engine.match.Suggestions;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a real workspace and cache into the editor, and back into the files. */
class WorkspaceDeskTest {
  @TempDir Path folder;
  private DeskFixture fixture;
  private WorkspaceDesk desk;

  @BeforeEach
  void open() {
    fixture = new DeskFixture(folder);
    desk = fixture.desk;
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static MappingDraft.Change map(String target, String source) {
    return new MappingDraft.SetField(target, FieldMapping.of(From.of(source)));
  }

  @Test
  void theBaseIsDrawnWithTheFirstCustomersFieldsAndSamples() {
    assertThat(desk.mappings("")).singleElement().satisfies(i -> assertThat(i.problem()).isNull());
    Opened opened = desk.open(fixture.file, "");
    assertThat(opened.context().connection()).isEqualTo("sandbox-contoso");
    assertThat(opened.context().source().field("Nick__c")).isPresent();
    assertThat(opened.context().target().fields()).hasSize(7);
    assertThat(opened.context().records()).hasSize(25);
    assertThat(opened.notice()).isEmpty();
  }

  @Test
  void whatStandsBehindAReferenceIsSuggestedAndIsNoSourceOfItsOwn() {
    List<Field> fields = new ArrayList<>(MappingFixture.contact().fields());
    fields.add(
        Field.builder("OwnerId", FieldType.REFERENCE)
            .references(List.of("User", "Group", "Contact"))
            .relationship("Owner")
            .build());
    SchemaObject contact = SchemaObject.of("Contact", fields);
    SchemaObject user =
        SchemaObject.of("User", List.of(Field.builder("Email", FieldType.EMAIL).build()));
    SchemaObject other = SchemaObject.of("Case", user.fields());
    fixture.discover("contoso", contact, user, other);
    List<Field> wanted = new ArrayList<>(MappingFixture.person().fields());
    wanted.add(Field.builder("owner_email", FieldType.EMAIL).build());
    fixture.workspace.saveTargetObject(MappingFixture.person().withFields(wanted));

    MappingContext context = desk.open(fixture.file, "contoso").context();
    assertThat(context.referenced()).containsExactly(user);
    Suggestions found = new FieldMatcher().suggest(context.request(MappingFixture.empty()));
    assertThat(found.pairs()).hasSize(1);
    Candidate chosen = found.targets().getLast().choice().orElseThrow();
    assertThat(chosen.paths()).containsExactly("Owner.Email");
    assertThat(chosen.why()).doesNotContain("empty");
    Candidate best =
        new TargetSuggestions(fixture.workspace, fixture.studio.services.known())
            .best("contoso", "sandbox-contoso", "salesforce", contact, "person", "owner_email")
            .orElseThrow();
    assertThat(best.paths()).containsExactly("Owner.Email");
  }

  @Test
  void theBaseRatherComesFromACustomerWhoHasNothingDifferently() {
    Opened overlay = desk.open(fixture.file, "contoso");
    overlay.editor().apply("Map", List.of(map("full_name", "Nick__c")));
    desk.save(overlay.context().file(), overlay.editor().text(), overlay.saved());
    assertThat(desk.open(fixture.file, "").context().connection()).isEqualTo("sandbox-northwind");
  }

  @Test
  void savingChangesOnlyTheLinesOfTheAct() {
    Opened opened = desk.open(fixture.file, "");
    MappingDraft draft = opened.editor();
    draft.apply("Map", List.of(map("email", "Email"), map("phone", "Phone")));
    desk.save(fixture.file, draft.text(), opened.saved());
    String before = desk.text(fixture.file);
    assertThat(before).contains("\nfields:\n  email:\n    from: Email\n");
    draft.apply("Map", List.of(map("full_name", "LastName")));
    desk.save(fixture.file, draft.text(), before);
    assertThat(desk.text(fixture.file).replace("  full_name:\n    from: LastName\n", ""))
        .isEqualTo(before);
  }

  @Test
  void aFileThatChangedMeanwhileIsNotOverwritten() throws IOException {
    Opened opened = desk.open(fixture.file, "");
    Path file = fixture.workspace.root().resolve(fixture.file);
    Files.writeString(file, opened.saved() + "# by another program\n");
    assertThatThrownBy(() -> desk.save(fixture.file, "x", opened.saved()))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("file-changed"));
    assertThat(desk.text(fixture.file)).endsWith("# by another program\n");
  }

  @Test
  void aCustomersEditsGoIntoItsOverlayAndLeaveTheBaseAlone() {
    Opened base = desk.open(fixture.file, "");
    base.editor().apply("Map", List.of(map("email", "Email"), map("region", "Region__c")));
    desk.save(fixture.file, base.editor().text(), base.saved());
    String baseText = desk.text(fixture.file);

    Opened opened = desk.open(fixture.file, "northwind");
    assertThat(opened.saved()).isNull();
    assertThat(opened.context().connection()).isEqualTo("sandbox-northwind");
    MappingDraft draft = opened.editor();
    assertThat(draft.mapping().fields()).containsKeys("email", "region");
    draft.apply("Map", List.of(map("region", "Sales_Region__c")));
    draft.apply("Unmap", List.of(new MappingDraft.RemoveField("email")));
    draft.apply("Map", List.of(map("tier", "Acct_Tier__c")));
    assertThat(draft.saidBy("region")).contains(MappingDraft.Said.CHANGED);
    assertThat(draft.saidBy("tier")).contains(MappingDraft.Said.OVERLAY);
    assertThat(draft.saidBy("email")).contains(MappingDraft.Said.TAKEN_AWAY);
    assertThat(draft.mapping().fields()).containsOnlyKeys("region", "tier");
    desk.save(opened.context().file(), draft.text(), opened.saved());

    assertThat(opened.context().file()).startsWith("customers/northwind/");
    assertThat(desk.text(opened.context().file()))
        .contains("region:\n    from: Sales_Region__c\n")
        .contains("email: null");
    assertThat(desk.text(fixture.file)).isEqualTo(baseText);
    draft.undo();
    draft.undo();
    assertThat(draft.mapping().fields()).containsOnlyKeys("email", "region");
  }

  @Test
  void aCustomerWhoSaysTheSameAsTheBaseFollowsItAgain() {
    Opened base = desk.open(fixture.file, "");
    base.editor().apply("Map", List.of(map("region", "Region__c"), map("email", "Email")));
    desk.save(fixture.file, base.editor().text(), base.saved());
    MappingDraft draft = desk.open(fixture.file, "northwind").editor();
    String empty = draft.text();
    draft.apply("Map", List.of(map("region", "Sales_Region__c")));
    draft.apply("Map", List.of(map("region", "Region__c")));
    assertThat(draft.text()).isEqualTo(empty);
    assertThat(draft.saidBy("region")).contains(MappingDraft.Said.BASE);
  }

  @Test
  void unsavedEditsOutliveTheProgramAndAreOfferedOnce() {
    MappingPlaceModel first = place(new FakeDialogs());
    first.open(fixture.file);
    first.editor().map(List.of("Email"), "email");
    // Nothing is closed or saved here: the process is killed.

    FakeDialogs dialogs = new FakeDialogs();
    MappingPlaceModel second = place(dialogs);
    second.open(fixture.file);
    assertThat(dialogs.questions)
        .singleElement()
        .satisfies(q -> assertThat(q.title()).startsWith("Unsaved edits"));
    assertThat(second.editor().mapping().orElseThrow().fields()).containsKey("email");
    second.save();
    assertThat(desk.open(fixture.file, "").unsaved()).isNull();
    assertThat(desk.text(fixture.file)).contains("from: Email");
  }

  @Test
  void choosingACustomerOpensItsOverlay() {
    MappingPlaceModel place = place(new FakeDialogs());
    place.open(fixture.file);
    place.useCustomer("northwind");
    assertThat(place.editor().context().orElseThrow().customer()).isEqualTo("northwind");
    assertThat(place.editor().context().orElseThrow().customer()).isEqualTo("northwind");
  }

  @Test
  void aCustomersMappingsAreThoseOfItsSystems() {
    fixture.workspace.saveCustomer(
        new CustomerFile("fabrikam", "Fabrikam", Map.of("hubspot", "x"), List.of()));
    assertThat(nearest("contoso")).isEqualTo(Group.OWN);
    assertThat(nearest("fabrikam")).isEqualTo(Group.OTHER_SYSTEM);
    assertThat(nearest("")).isEqualTo(Group.OWN);
    MappingPlaceModel place = place(new FakeDialogs());
    place.open(fixture.file);
    place.useCustomer("fabrikam");
    assertThat(place.showing().get()).isEqualTo(MappingPlaceModel.Showing.LIST);
    assertThat(place.listed().items().get().getFirst()).matches(i -> !i.applies());
    place.useCustomer("contoso");
    assertThat(place.listed().items().get().getFirst()).matches(MappingDesk.Item::applies);
  }

  private Group nearest(String customer) {
    return desk.mappings(customer).getFirst().whose().group();
  }

  @Test
  void theListSaysHowEachCustomersMappingStands() {
    MappingPlaceModel place = place(new FakeDialogs());
    place.useCustomer("northwind");
    place.open(fixture.file);
    place.editor().map(List.of("Email"), "email");
    place.save();
    place.editor().map(List.of("Id"), "tier");
    List<MappingDesk.Item> items = desk.mappings("");
    assertThat(items).extracting(i -> i.whose().customer()).containsExactly("", "northwind");
    MappingDesk.Item northwind = items.getLast();
    assertThat(northwind.whose().differs()).isTrue();
    assertThat(northwind.unsaved()).isTrue();
    assertThat(items.getFirst().unsaved()).isFalse();
    assertThat(northwind.coverage().mapped()).isEqualTo(1);
    assertThat(items.getFirst().coverage().mapped()).isZero();
    MappingDesk.State state = desk.state(northwind, Progress.NONE);
    assertThat(state.drifted()).isZero();
    fixture.discover(
        "northwind",
        SchemaObject.of(
            "Contact",
            MappingFixture.contact().fields().stream()
                .filter(f -> !f.name().equals("Email"))
                .toList()));
    assertThat(desk.state(northwind, Progress.NONE).drifted()).isEqualTo(1);
  }

  @Test
  void whatIsTypedAndCannotBeReadIsNeverLost() {
    String broken = desk.text(fixture.file) + "fields: [\n";
    FakeDialogs dialogs = new FakeDialogs();
    dialogs.yes = false;
    MappingPlaceModel first = place(dialogs);
    first.open(fixture.file);
    first.editor().map(List.of("Email"), "email");
    String readable = first.editor().editor().orElseThrow().text();
    assertThat(first.editor().typed().replace(broken)).isNotEmpty();
    first.save();
    first.toList();
    assertThat(dialogs.questions)
        .extracting(q -> q.title())
        .as("asked before saving without it, and before dropping it")
        .containsExactly("Not all can be saved", "Unsaved edits");
    assertThat(first.showing().get()).isEqualTo(MappingPlaceModel.Showing.EDITOR);
    assertThat(desk.text(fixture.file)).doesNotContain("fields: [", "email");

    // The process is killed; the next one offers just what was typed.
    FakeDialogs again = new FakeDialogs();
    MappingPlaceModel second = place(again);
    second.open(fixture.file);
    assertThat(again.questions).hasSize(1);
    assertThat(second.editor().typed().unread().orElseThrow().text()).isEqualTo(broken);
    second.editor().undo();
    assertThat(second.editor().typed().unread())
        .as("undo goes back to what could be read")
        .isEmpty();
    assertThat(second.editor().redoName()).as("and names what it took").isPresent();
    second.editor().redo();
    assertThat(second.editor().typed().unread().orElseThrow().text()).isEqualTo(broken);
    second.editor().typed().replace(readable);
    assertThat(second.editor().typed().unread()).isEmpty();
    second.save();
    assertThat(again.questions).as("nothing to ask any more").hasSize(1);
    assertThat(desk.text(fixture.file)).isEqualTo(readable);
    assertThat(second.editor().unsaved()).isFalse();
    assertThat(desk.open(fixture.file, "").unsaved()).isNull();
  }

  @Test
  void whatIsDoneWhileTheFileIsWrittenStaysUnsaved() {
    MappingPlaceModel place = place(new FakeDialogs());
    List<String> files = new ArrayList<>();
    place.use(
        (MappingDesk)
            Proxy.newProxyInstance(
                MappingDesk.class.getClassLoader(),
                new Class<?>[] {MappingDesk.class},
                (proxy, method, args) -> {
                  Object answer = method.invoke(desk, args);
                  if (method.getName().equals("save") && files.isEmpty()) {
                    files.add(fixture.file);
                    place.editor().map(List.of("Phone"), "phone");
                  }
                  return answer;
                }));
    place.open(fixture.file);
    place.editor().map(List.of("Email"), "email");
    place.save();
    assertThat(desk.text(fixture.file)).contains("from: Email").doesNotContain("from: Phone");
    assertThat(place.editor().unsaved()).isTrue();
    assertThat(desk.open(fixture.file, "").unsaved()).contains("from: Phone");
    UnsavedWork work = new UnsavedWork(fixture.studio.services.state(), fixture.workspace.root());
    assertThat(work.of(fixture.workspace)).containsExactly(Path.of(fixture.file));
    place.save();
    assertThat(desk.text(fixture.file)).contains("from: Email", "from: Phone");
    assertThat(work.of(fixture.workspace)).isEmpty();
    assertThat(place.editor().unsaved()).isFalse();
  }

  @Test
  void leavingUnsavedEditsSavesThemOrDropsThemAsChosen() {
    FakeDialogs dialogs = new FakeDialogs();
    MappingPlaceModel place = place(dialogs);
    place.open(fixture.file);
    place.editor().map(List.of("Email"), "email");
    place.toList();
    assertThat(place.showing().get()).isEqualTo(MappingPlaceModel.Showing.LIST);
    assertThat(desk.text(fixture.file)).contains("from: Email");
    place.open(fixture.file);
    place.editor().map(List.of("Phone"), "phone");
    dialogs.otherwise = true;
    place.toList();
    assertThat(place.showing().get()).isEqualTo(MappingPlaceModel.Showing.LIST);
    assertThat(desk.text(fixture.file)).doesNotContain("from: Phone");
    assertThat(desk.open(fixture.file, "").unsaved()).isNull();
  }

  @Test
  void recordsComeFromTheConnectionOrAFile() throws IOException {
    Opened opened = desk.open(fixture.file, "");
    assertThatThrownBy(() -> desk.fetch(opened.context(), List.of(), 25, Progress.NONE))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Contact");
    Path records = Files.writeString(folder.resolve("r.csv"), "Email,FirstName\na@b.io,Ann\n");
    assertThat(desk.readRecords(records, 10))
        .singleElement()
        .satisfies(r -> assertThat(r).containsEntry("FirstName", "Ann"));
  }

  @Test
  void aFileThatCannotBeReadIsMendedWhereItsTextStands() throws IOException {
    Path file = fixture.workspace.root().resolve(fixture.file);
    String good = Files.readString(file);
    String broken = good + "fields: [\n";
    Files.writeString(file, broken);
    FakeDialogs dialogs = new FakeDialogs();
    MappingPlaceModel place = place(dialogs);
    place.open(fixture.file);
    assertThat(place.editor().typed().unread().orElseThrow().text()).isEqualTo(broken);
    assertThat(place.editor().board().fields(Side.SOURCE)).as("nothing is known of it").isEmpty();
    place.toList();
    assertThat(dialogs.questions).as("nobody touched it").isEmpty();
    assertThat(desk.open(fixture.file, "").unsaved()).isNull();

    place.open(fixture.file);
    place.editor().typed().replace(good);
    place.save();
    assertThat(desk.text(fixture.file)).isEqualTo(good);
    assertThat(place.editor().board().fields(Side.SOURCE))
        .as("what it connects is drawn as soon as it is saved")
        .isNotEmpty();
    assertThat(dialogs.errors).isEmpty();
  }

  @Test
  void thePictureOfAFileThatCannotBeReadIsWhatWasCommitted() throws IOException {
    Opened opened = desk.open(fixture.file, "");
    opened.editor().apply("Map", List.of(map("email", "Email")));
    desk.save(fixture.file, opened.editor().text(), opened.saved());
    MappingPlaceModel contoso = place(new FakeDialogs());
    contoso.useCustomer("contoso");
    contoso.open(fixture.file);
    contoso.editor().map(List.of("Nick__c"), "full_name");
    contoso.save();
    WorkspaceGit git = fixture.workspace.git(fixture.studio.services.clock());
    git.init();
    git.setIdentity(new WorkspaceGit.Identity("Ada", "ada@example.org"));
    git.commit("All", git.changes().stream().map(FileChange::path).toList());
    String overlay = contoso.editor().context().orElseThrow().file();
    for (String each : List.of(fixture.file, overlay)) {
      Path file = fixture.workspace.root().resolve(each);
      String committed = Files.readString(file);
      Files.writeString(file, committed + "fields: [\n");
      MappingPlaceModel place = place(new FakeDialogs());
      place.useCustomer(each.equals(overlay) ? "contoso" : "");
      place.open(fixture.file);
      assertThat(place.editor().mapping().orElseThrow().fields())
          .containsKey(each.equals(overlay) ? "full_name" : "email");
      place.editor().undo();
      place.save();
      assertThat(file).as("undone, the committed state can be saved").hasContent(committed);
    }
  }

  private MappingPlaceModel place(FakeDialogs dialogs) {
    MappingFixture.Said said = new MappingFixture.Said();
    MappingViewModel editor =
        new MappingViewModel(
            new SameThreadTasks(),
            MappingFixture.TEXTS,
            InstantSource.fixed(StudioFixture.NOW),
            MappingFixture.matcher(),
            (m, r) -> LivePreview.Found.NOTHING,
            said);
    MappingPlaceModel place =
        new MappingPlaceModel(new SameThreadTasks(), dialogs, MappingFixture.TEXTS, editor, said);
    place.use(desk);
    return place;
  }

  /** A quick person opens the mapping before its connection was read. */
  @Test
  void fieldsThatAreDiscoveredLaterAppearInTheOpenMappingAndItsEditsStay() {
    fixture.studio.cache.forget("sandbox-contoso");
    fixture.studio.cache.forget("sandbox-northwind");
    MappingFixture.Said said = new MappingFixture.Said();
    MappingViewModel[] self = new MappingViewModel[1];
    self[0] =
        new MappingViewModel(
            new SameThreadTasks(),
            MappingFixture.TEXTS,
            InstantSource.fixed(StudioFixture.NOW),
            MappingFixture.matcher(),
            new MappingRunner(() -> self[0].context()),
            said);
    MappingPlaceModel place =
        new MappingPlaceModel(
            new SameThreadTasks(), new FakeDialogs(), MappingFixture.TEXTS, self[0], said);
    place.use(desk);
    place.open(fixture.file);
    assertThat(self[0].context().orElseThrow().source().fields()).isEmpty();
    self[0].map(List.of("Email"), "email");

    fixture.discover("contoso", MappingFixture.contact());
    place.discovered();

    assertThat(self[0].context().orElseThrow().source().field("Email")).isPresent();
    assertThat(self[0].review().waiting()).isNotEmpty();
    assertThat(self[0].mapping().orElseThrow().fields()).containsOnlyKeys("email");
    assertThat(self[0].editor().orElseThrow().undoName()).isPresent();
    assertThat(self[0].board().selectedTarget()).isEqualTo("email");
  }

  @Test
  void savingKeepsWhatTheMappingWasMadeForAndSavingAgainKeepsTheDriftOfWhatWasNotTouched()
      throws IOException {
    Opened opened = desk.open(fixture.file, "contoso");
    opened.editor().apply("map", List.of(map("email", "Email")));
    desk.save(opened.context().file(), opened.editor().text(), opened.saved());
    Path reviewed =
        fixture.workspace.root().resolve("customers/contoso/schemas/salesforce/contact.yaml");
    assertThat(Files.readString(reviewed)).contains("Email", "Nick__c");
    Files.writeString(reviewed, Files.readString(reviewed).replace("type: email", "type: string"));
    assertThat(Files.readString(reviewed)).doesNotContain("type: email");
    Opened again = desk.open(fixture.file, "contoso");
    again.editor().apply("map", List.of(map("last_name", "LastName")));
    desk.save(again.context().file(), again.editor().text(), again.saved());
    assertThat(Files.readString(reviewed)).doesNotContain("type: email");
  }
}
