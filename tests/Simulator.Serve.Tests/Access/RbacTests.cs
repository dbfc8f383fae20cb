using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Serve.Access;
using Simulator.Serve.Access.Credentials;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Xunit;

namespace Simulator.Serve.Tests.Access;

/// <summary>Roles and bindings as objects. Rules: <c>verbs groups resources names paths</c>, each a comma list, - for none.</summary>
public sealed class RbacTests
{
    private const string Tokens = "adm,admin,1\nvw,viewer,2\ned,editor,3,editors\nbb,bob,4,\"devs,testers\"\n";

    private readonly MemoryDocuments _documents = new();

    [Theory]
    [InlineData("get * pods - -", "GET /api/v1/namespaces/a/pods/p", true)]
    [InlineData("get * pods - -", "GET /api/v1/namespaces/a/pods", false)]
    [InlineData("get * pods - -", "GET /api/v1/namespaces/a/pods/p/log", false)]
    [InlineData("get * pods/log - -", "GET /api/v1/namespaces/a/pods/p/log", true)]
    [InlineData("get * * - -", "GET /api/v1/namespaces/a/pods/p/log", true)]
    [InlineData("get extensions * - -", "GET /api/v1/namespaces/a/pods/p", false)]
    [InlineData("get * pods p,q -", "GET /api/v1/namespaces/a/pods/p", true)]
    [InlineData("get * pods q -", "GET /api/v1/namespaces/a/pods/p", false)]
    [InlineData("list * pods q -", "GET /api/v1/namespaces/a/pods", false)]
    [InlineData("- - - - /api/*", "GET /api/v1", false)]
    [InlineData("- - - - /api/*", "GET /api/*", true)]
    [InlineData("- - - - *", "DELETE /version", true)]
    [InlineData("* * * * -", "GET /version", false)]
    [InlineData("* * * - *", "GET /api/v1/pods", true)]
    public void One_rule_must_cover_the_request(string rule, string line, bool allowed)
    {
        Role("clusterroles", "", "r", rule);
        Binding("clusterrolebindings", "", "b", "ClusterRole r", "User viewer");
        Assert.Equal(allowed, Allows("vw", line));
        Assert.False(Allows("bb", line));
    }

    [Theory]
    [InlineData("User bob", true)]
    [InlineData("User *", true)]
    [InlineData("User b*", false)]
    [InlineData("Group testers", true)]
    [InlineData("Group *", false)]
    [InlineData("ServiceAccount bob", true)]
    [InlineData("Robot bob", true)]
    public void Bindings_name_users_and_groups_and_count_when_they_cannot_be_judged(string subject, bool allowed)
    {
        Role("clusterroles", "", "r", "* * * - *");
        Binding("clusterrolebindings", "", "b", "ClusterRole r", subject);
        Assert.Equal(allowed, Allows("bb", "GET /version"));
    }

    /// <summary>No name stands for everybody, and what cannot be judged is nobody.</summary>
    [Theory]
    [InlineData("User bob", true)]
    [InlineData("User *", false)]
    [InlineData("Group testers", true)]
    [InlineData("Group system:authenticated", true)]
    [InlineData("ServiceAccount bob", false)]
    [InlineData("Robot bob", false)]
    public void Later_bindings_count_for_those_whom_they_name(string subject, bool allowed)
    {
        Role("clusterroles", "", "r", "delete - - - *");
        Binding("clusterrolebindings", "", "b", "ClusterRole r", subject);
        var gate = new AccessGate([CredentialFiles.ReadTokens("t", Tokens, new Diagnostics())!], [new LaterRbacAuthorizer(_documents)]);
        Assert.Equal(allowed, gate.Check(Requests.WithToken("bb", "DELETE /version")).Refusal is null);
    }

    [Fact]
    public void A_role_binding_counts_in_its_namespace_only()
    {
        Role("clusterroles", "", "r", "* * * - *");
        Binding("rolebindings", "a", "b", "ClusterRole r", "User bob");
        Assert.True(Allows("bb", "POST /api/v1/namespaces/a/pods"));
        Assert.False(Allows("bb", "POST /api/v1/namespaces/b/pods"));
        Assert.False(Allows("bb", "GET /api/v1/pods"));
        Assert.False(Allows("bb", "GET /version"));
    }

    [Fact]
    public void The_super_user_may_everything_and_make_any_role()
    {
        Assert.True(Allows("adm", "DELETE /api/v1/nodes"));
        Assert.True(Gate.Check(Requests.WithToken("adm", "GET /")).Admit(Requests.Secure("GET /")).Caller.IsSuperUser);
        Assert.Null(Guard.Check(Called("admin") with { IsSuperUser = true }, "clusterroles", "", RoleObject("r", "* * * - *")));
        Assert.Null(Guard.Check(
            Called("admin") with { IsSuperUser = true }, "clusterrolebindings", "", BindingObject("", "b", "ClusterRole ghost", "User x")));
    }

    [Fact]
    public void Nobody_gives_what_he_does_not_have()
    {
        Role("clusterroles", "", "role-maker", "* * clusterroles,clusterrolebindings - -");
        Binding("clusterrolebindings", "", "role-makers", "ClusterRole role-maker", "Group editors");
        var editor = Called("editor", "editors");
        Assert.Null(Guard.Check(editor, "clusterroles", "", RoleObject("sub", "* * clusterroles - -")));
        var refusal = Guard.Check(editor, "clusterroles", "", RoleObject("mine", "* * * - -"))!;
        Assert.Equal((403, "Forbidden", "clusterroles", "mine"), (refusal.Code, refusal.Reason, refusal.Resource, refusal.Name));
        Assert.Equal(
            "clusterroles.rbac.authorization.k8s.io \"mine\" is forbidden: attempt to grant extra privileges: [{[*] <nil> [*] [*] [] []}] "
            + "user=&{editor 3 [editors] map[]} ownerrules=[{[*] <nil> [*] [clusterroles clusterrolebindings] [] []} "
            + "{[*] <nil> [*] [clusterroles clusterrolebindings] [] []}] ruleResolutionErrors=[]",
            refusal.Message);
    }

    [Fact]
    public void At_the_insecure_port_every_binding_counts_and_without_one_nothing_can_be_given()
    {
        var wanted = RoleObject("anon", "get * pods - -");
        Assert.Contains(
            "user=<nil> ownerrules=[] ruleResolutionErrors=[]", Guard.Check(Caller.Loopback, "clusterroles", "", wanted)!.Message);
        Role("clusterroles", "", "view", "get,list * * - -");
        Binding("clusterrolebindings", "", "viewers", "ClusterRole view", "User viewer");
        Assert.Null(Guard.Check(Caller.Loopback, "clusterroles", "", wanted));
        Assert.Contains(
            "ruleResolutionErrors=[no user data associated with context no user data associated with context]",
            Guard.Check(Caller.Loopback, "clusterroles", "", RoleObject("anon", "delete * pods - -"))!.Message);
        Binding("clusterrolebindings", "", "writers", "ClusterRole ghost", "User viewer");
        Assert.Contains(
            "[no user data associated with context, no user data associated with context, "
            + "clusterroles.rbac.authorization.k8s.io \"ghost\" not found]",
            Guard.Check(Caller.Loopback, "clusterroles", "", RoleObject("anon", "delete * pods - -"))!.Message);
    }

    [Theory]
    [InlineData("rolebindings", "a", "Role a/ghost", 404, "roles.rbac.authorization.k8s.io \"ghost\" not found")]
    [InlineData("rolebindings", "a", "Role b/r", 500, "role binding in namespace \"a\" references role \"r\" in namespace \"b\"")]
    [InlineData("rolebindings", "", "Role a/r", 500, "cluster role binding references role \"r\" in namespace \"a\"")]
    [InlineData("clusterrolebindings", "", "ClusterRole ghost", 404, "clusterroles.rbac.authorization.k8s.io \"ghost\" not found")]
    [InlineData("clusterrolebindings", "", "ClusterRole ", 400, "Name parameter required.")]
    [InlineData("clusterrolebindings", "", "ClusterRole %", 400, "Name parameter invalid: \"%\": may not contain '%'")]
    [InlineData("clusterrolebindings", "", "Pod x", 500, "unsupported role reference kind: \"Pod\"")]
    public void A_binding_must_refer_to_a_role(string resource, string home, string role, int code, string message)
    {
        var refusal = Guard.Check(Called("bob"), resource, "a", BindingObject(home, "b", role, "User x"))!;
        Assert.Equal((code, message), (refusal.Code, refusal.Message));
    }

    private RoleGuard Guard => new(_documents);

    private static Caller Called(string name, params string[] groups) =>
        new() { Port = CallerPort.Secure, User = new User(name) { Uid = "3", Groups = groups } };

    private AccessGate Gate =>
        new([CredentialFiles.ReadTokens("t", Tokens, new Diagnostics())!], [new RbacAuthorizer(_documents, "admin")]);

    private bool Allows(string token, string line) => Gate.Check(Requests.WithToken(token, line)).Refusal is null;

    private void Role(string resource, string home, string name, string rule) =>
        _documents.Put(new DocumentKey(resource, home, name), RoleObject(name, rule));

    private static JsonObject RoleObject(string name, string rule)
    {
        string[] keys = ["verbs", "apiGroups", "resources", "resourceNames", "nonResourceURLs"];
        var lists = keys.Zip(rule.Split(' ')).Select(pair => KeyValuePair.Create(pair.First, Texts(pair.Second)));
        return new() { ["metadata"] = new JsonObject { ["name"] = name }, ["rules"] = new JsonArray(new JsonObject(lists)) };
    }

    private static JsonNode? Texts(string list) =>
        list == "-" ? null : new JsonArray([.. list.Split(',').Select(item => (JsonNode)item)]);

    private void Binding(string resource, string home, string name, string role, string subject) =>
        _documents.Put(new DocumentKey(resource, home, name), BindingObject(home, name, role, subject));

    private static JsonObject BindingObject(string home, string name, string role, string subject)
    {
        var reference = role.Split(' ');
        var path = reference[1].Split('/');
        return new()
        {
            ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = home },
            ["subjects"] = new JsonArray(new JsonObject { ["kind"] = subject.Split(' ')[0], ["name"] = subject.Split(' ')[1] }),
            ["roleRef"] = new JsonObject
            {
                ["kind"] = reference[0],
                ["name"] = path[^1],
                ["namespace"] = path.Length > 1 ? path[0] : "",
            },
        };
    }
}
