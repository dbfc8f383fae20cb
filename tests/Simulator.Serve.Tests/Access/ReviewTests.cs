using System.Text;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Access;
using Simulator.Serve.Access.Abac;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Access.Roles;
using Simulator.Serve.Answers;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Replay;
using Xunit;

namespace Simulator.Serve.Tests.Access;

/// <summary>What a server of 1.20.2 answers about rights, held against its own gate and against <c>simulator access can-i</c>.</summary>
public sealed class ReviewTests
{
    private const string Root = "/apis/authorization.k8s.io/v1/";

    private const string Bindings =
        """
        roles:
          - name: releaser
            rules: [{ verbs: [patch], groups: [apps], resources: [statefulsets], namespaces: [shop] }]
        bindings:
          - { role: viewer, users: [vic] }
          - { role: developer, users: [dev] }
          - { role: developer, users: [sho], namespaces: [shop] }
          - { role: cluster-admin, users: [ops] }
          - { role: admin, users: [adm] }
          - { role: releaser, users: [rel] }
        """;

    private static readonly string[] Users = ["vic", "dev", "sho", "ops", "adm", "rel", "nob"];

    private readonly MemoryDocuments _store = new();

    /// <summary>Verb, resource, subresource, namespace, and how the same is asked over HTTP ("": it cannot be).</summary>
    public static TheoryData<string, string, string, string, string> Questions => new()
    {
        { "create", "pods", "", "shop", "POST /api/v1/namespaces/shop/pods" },
        { "create", "pods", "", "bank", "POST /api/v1/namespaces/bank/pods" },
        { "list", "pods", "", "", "GET /api/v1/pods" },
        { "create", "pods", "exec", "shop", "POST /api/v1/namespaces/shop/pods/p/exec" },
        { "create", "pods", "eviction", "shop", "POST /api/v1/namespaces/shop/pods/p/eviction" },
        { "get", "secrets", "", "shop", "GET /api/v1/namespaces/shop/secrets/s" },
        { "create", "nodes", "", "shop", "POST /api/v1/nodes" },
        { "list", "nodes", "", "", "GET /api/v1/nodes" },
        { "patch", "statefulsets.apps", "", "shop", "PATCH /apis/apps/v1/namespaces/shop/statefulsets/s" },
        { "create", "rolebindings.rbac.authorization.k8s.io", "", "shop",
            "POST /apis/rbac.authorization.k8s.io/v1/namespaces/shop/rolebindings" },
        { "create", "localsubjectaccessreviews.authorization.k8s.io", "", "shop",
            "POST /apis/authorization.k8s.io/v1/namespaces/shop/localsubjectaccessreviews" },
        { "create", "subjectaccessreviews.authorization.k8s.io", "", "", "POST /apis/authorization.k8s.io/v1/subjectaccessreviews" },
        { "create", "selfsubjectaccessreviews.authorization.k8s.io", "", "",
            "POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews" },
        { "create", "pods", "", "", "" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void It_says_what_the_gate_does_and_what_is_said_on_the_command_line(
        string verb, string resource, string subresource, string home, string line)
    {
        var gate = Roles();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        File.WriteAllText(file, Bindings);
        var parts = resource.Split('.', 2);
        var group = parts.Length > 1 ? parts[1] : "";
        var asked = Asked(verb, group, parts[0], subresource, home);
        foreach (var name in Users)
        {
            var review = Ask(gate, name, "selfsubjectaccessreviews", asked);
            var isAllowed = review["status"]!["allowed"]!.GetValue<bool>();
            string[] typed = [verb, subresource.Length > 0 ? $"{resource}/{subresource}" : resource, "--as", name, "--roles", file];
            var said = CommandLine.Run(["access", "can-i", .. typed, .. home.Length > 0 ? (string[])["-n", home] : []]);
            Assert.Equal((name, isAllowed ? 0 : 1), (name, said.ExitCode));
            if (line.Length > 0) Assert.Equal((name, isAllowed), (name, Passes(gate, name, line)));
            var other = Ask(gate, "adm", "subjectaccessreviews", asked[..^1] + $",\"user\":\"{name}\"}}");
            Assert.Equal(isAllowed, other["status"]!["allowed"]!.GetValue<bool>());
        }

        File.Delete(file);
    }

    [Fact]
    public void A_list_of_rights_leaves_out_what_is_excepted()
    {
        var rules = Ask(Roles(), "dev", "selfsubjectrulesreviews", """{"namespace":"shop"}""")["status"]!;
        var writable = rules["resourceRules"]!.AsArray()
            .Where(rule => Texts(rule!["verbs"]).Contains("create") && !Texts(rule["apiGroups"]).Contains("*"))
            .SelectMany(rule => Texts(rule!["resources"]))
            .ToHashSet();
        Assert.Contains("pods/exec", writable);
        Assert.Contains("statefulsets", writable);
        Assert.DoesNotContain("nodes", writable);
        Assert.DoesNotContain("resourcequotas", writable);
        Assert.DoesNotContain("localsubjectaccessreviews", writable);
        Assert.False(rules["incomplete"]!.GetValue<bool>());
        var everything = Ask(Roles(), null, "selfsubjectrulesreviews", """{"namespace":"shop"}""")["status"]!["resourceRules"]![0]!;
        Assert.Equal(["*"], Texts(everything["resources"]));
    }

    [Theory]
    [InlineData(
        "{}",
        "spec.resourceAttributes: Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified")]
    [InlineData(
        """{"resourceAttributes":{"verb":"get"},"nonResourceAttributes":{"verb":"get"}}""",
        "spec.nonResourceAttributes: Invalid value: {\"verb\":\"get\"}: cannot be specified in combination with resourceAttributes")]
    [InlineData(
        """{"resourceAttributes":{"verb":"get"}}""", "spec.user: Invalid value: \"\": at least one of user or group must be specified")]
    public void A_question_that_asks_nothing_is_refused(string spec, string why)
    {
        var own = why.StartsWith("spec.user", StringComparison.Ordinal) ? "subjectaccessreviews" : "selfsubjectaccessreviews";
        var refused = Ask(Roles(), "adm", own, spec);
        Assert.Equal(422, refused["code"]!.GetValue<int>());
        Assert.EndsWith($"is invalid: {why}", refused["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    /// <summary>Roles of v1: a reference without a namespace, paths by their beginning, verbs of paths, and what everybody may.</summary>
    [Theory]
    [InlineData("ann", "get", "pods", "shop", true)]
    [InlineData("ann", "get", "pods", "bank", false)]
    [InlineData("ann", "create", "pods", "shop", false)]
    [InlineData("ann", "get", "/simulator/clock", "", true)]
    [InlineData("ann", "put", "/simulator/clock", "", false)]
    [InlineData("bob", "get", "/api/v1", "", true)]
    [InlineData("bob", "get", "/simulator/clock", "", false)]
    [InlineData("bob", "list", "nodes", "", true)]
    [InlineData("root", "delete", "nodes", "", true)]
    public void Roles_of_v1_decide_as_1_20_does(string user, string verb, string what, string home, bool isAllowed)
    {
        Store("roles", "shop", "reader", """{"rules":[{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}]}""");
        Store("rolebindings", "shop", "r", Binding("User", "ann", "Role", "reader"));
        Store("clusterroles", "", "clock", """{"rules":[{"verbs":["get"],"nonResourceURLs":["/simulator/*"]}]}""");
        Store("clusterrolebindings", "", "c", Binding("User", "ann", "ClusterRole", "clock"));
        Store("clusterroles", "", "nodes", """{"rules":[{"verbs":["list"],"apiGroups":["*"],"resources":["nodes"]}]}""");
        Store("clusterrolebindings", "", "n", Binding("Group", "system:authenticated", "ClusterRole", "nodes"));
        var gate = new AccessGate([], [new LaterRbacAuthorizer(_store, "root")]);
        var asked = what[0] == '/'
            ? $$$"""{"nonResourceAttributes":{"path":"{{{what}}}","verb":"{{{verb}}}"}}"""
            : Asked(verb, "", what, "", home);
        Assert.Equal(isAllowed, Ask(gate, user, "selfsubjectaccessreviews", asked)["status"]!["allowed"]!.GetValue<bool>());
    }

    [Fact]
    public void Nobody_gives_by_roles_of_v1_what_he_does_not_have()
    {
        Store("roles", "shop", "reader", """{"rules":[{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}]}""");
        Store("rolebindings", "shop", "r", Binding("User", "ann", "Role", "reader"));
        Store("clusterroles", "", "clock", """{"rules":[{"verbs":["get"],"nonResourceURLs":["/simulator/clock"]}]}""");
        Store("clusterrolebindings", "", "c", Binding("User", "ann", "ClusterRole", "clock"));
        Assert.Null(Guarded("clusterroles", "", """{"rules":[{"verbs":["get"],"nonResourceURLs":["/simulator/clock"]}]}"""));
        Assert.NotNull(Guarded("clusterroles", "", """{"rules":[{"verbs":["put"],"nonResourceURLs":["/simulator/clock"]}]}"""));
        Assert.Null(Guarded("rolebindings", "shop", Binding("User", "bob", "Role", "reader")));
        Assert.NotNull(Guarded("rolebindings", "bank", Binding("User", "bob", "Role", "reader")));

        RoleRefusal? Guarded(string resource, string home, string document) => new RoleGuard(_store).Check(
            new Caller { Port = CallerPort.Secure, User = new User("ann") }, resource, home, (JsonObject)JsonNode.Parse(document)!,
            isLater: true);
    }

    [Fact]
    public void Lines_of_a_policy_file_are_told_too()
    {
        var policies = AbacFile.Read("p", """{"user":"ann","readonly":true,"namespace":"shop"}""", new Diagnostics())!;
        var gate = new AccessGate([], [new AbacAuthorizer(policies)]);
        var rule = Ask(gate, "ann", "selfsubjectrulesreviews", """{"namespace":"shop"}""")["status"]!["resourceRules"]![0]!;
        Assert.Equal(["get", "list", "watch"], Texts(rule["verbs"]));
        Assert.Empty(Ask(gate, "ann", "selfsubjectrulesreviews", """{"namespace":"bank"}""")["status"]!["resourceRules"]!.AsArray());
    }

    private static string Asked(string verb, string group, string resource, string subresource, string home) =>
        $$$"""{"resourceAttributes":{"verb":"{{{verb}}}","group":"{{{group}}}","resource":"{{{resource}}}","""
        + $$$"""
            "subresource":"{{{subresource}}}","namespace":"{{{home}}}"}}
            """;

    private static string Binding(string kind, string name, string roleKind, string role) => $$$"""
        {"subjects":[{"kind":"{{{kind}}}","name":"{{{name}}}","apiGroup":"rbac.authorization.k8s.io"}],
         "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"{{{roleKind}}}","name":"{{{role}}}"}}
        """;

    private static IReadOnlyList<string> Texts(JsonNode? list) => [.. list!.AsArray().Select(text => text!.GetValue<string>())];

    private void Store(string resource, string home, string name, string document) =>
        _store.Put(new DocumentKey(resource, home, name), (JsonObject)JsonNode.Parse(document)!);

    private static AccessGate Roles()
    {
        var diagnostics = new Diagnostics();
        var document = SourceTree.ParseYaml("roles.yaml", Bindings, diagnostics)[0];
        var roles = ServiceRolesFile.Read(document, [], diagnostics)!;
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.Errors));
        return new AccessGate([new Named()], [new ServiceAuthorizer(roles, "")]);
    }

    private static bool Passes(AccessGate gate, string user, string line) => gate.Check(Requests.WithToken(user, line)).Refusal is null;

    private JsonNode Ask(AccessGate gate, string? user, string resource, string spec)
    {
        var server = new ApiServerAnswers(
            _store, new CountedNames(), ServerManner.Extended, () => DateTimeOffset.UnixEpoch, version: KubernetesVersions.Find("1.20.2"));
        var answer = server.Answer(
            new ServerRequest
            {
                Method = "POST",
                Path = Root + resource,
                Body = Encoding.UTF8.GetBytes($$"""{"spec":{{spec}}}"""),
                Caller = new Caller { User = user is null ? null : new User(user) },
            },
            gate);
        return JsonNode.Parse(answer.Body.Span)!;
    }

    /// <summary>Everybody is who his token says.</summary>
    private sealed class Named : IAuthenticator
    {
        public User? Authenticate(ServerRequest request) => new(request.Header("Authorization")!["Bearer ".Length..]);
    }
}
