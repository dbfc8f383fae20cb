using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Serve.Access;
using Simulator.Serve.Access.Roles;
using Simulator.Serve.Answers;
using Simulator.Serve.Messages;
using Xunit;

namespace Simulator.Serve.Tests.Access;

/// <summary>What the ready-made developer may do on a cluster of 1.20.2: every path of its discovery with every verb.</summary>
public sealed class DeveloperRightsTests
{
    private static readonly string[] Reading = ["get", "list", "watch"];

    private readonly Conversation _client = new(ServerManner.Extended, "1.20.2");

    private readonly AccessGate _gate = Gate();

    [Fact]
    public void He_reads_everything_and_enters_no_node() => Assert.Equal(
        ["get nodes/proxy"], Requests("shop").Where(one => Reading.Contains(one.Verb) && !Passes(one.Line)).Select(one => one.Name));

    [Theory]
    [InlineData("shop")]
    [InlineData("kube-system")]
    public void In_namespaces_he_writes_all_but_rights_and_bounds(string home) => Assert.Equal(
        "limitranges localsubjectaccessreviews resourcequotas resourcequotas/status rolebindings roles",
        string.Join(' ', Writing(home).Where(one => one.IsNamespaced && !Passes(one.Line)).Select(one => one.Resource).Distinct().Order()));

    [Fact]
    public void He_says_for_no_node_that_it_lives() => Assert.DoesNotContain(
        Writing("kube-node-lease"), one => one.IsNamespaced && Passes(one.Line));

    [Fact]
    public void Of_the_cluster_he_only_asks_what_he_may() => Assert.Equal(
        ["create selfsubjectaccessreviews", "create selfsubjectrulesreviews"],
        Writing("shop").Where(one => !one.IsNamespaced && Passes(one.Line)).Select(one => one.Name).Distinct().Order());

    /// <summary>The gate lets him through where a path puts an object of the cluster into a namespace; there is no such path.</summary>
    [Theory]
    [InlineData("PATCH", "/api/v1/namespaces/shop/nodes/n")]
    [InlineData("DELETE", "/api/v1/namespaces/shop/persistentvolumes/p")]
    [InlineData("POST", "/apis/rbac.authorization.k8s.io/v1/namespaces/shop/clusterroles")]
    [InlineData("POST", "/apis/storage.k8s.io/v1/namespaces/shop/storageclasses")]
    [InlineData("POST", "/apis/authorization.k8s.io/v1/namespaces/shop/subjectaccessreviews")]
    public void Objects_of_the_cluster_are_in_no_namespace(string method, string path) =>
        Assert.Equal(404, _client.Send(method, path, "{}").Status);

    [Theory]
    [InlineData("PUT", "/simulator/clock")]
    [InlineData("POST", "/simulator/troubles")]
    [InlineData("POST", "/apis/authentication.k8s.io/v1/tokenreviews")]
    public void Time_and_troubles_are_not_his(string method, string path) => Assert.False(Passes($"{method} {path}"));

    private static AccessGate Gate()
    {
        var diagnostics = new Diagnostics();
        var document = SourceTree.ParseYaml("r.yaml", "bindings: [{ role: developer, users: [dev] }]", diagnostics)[0];
        var roles = ServiceRolesFile.Read(document, [], diagnostics)!;
        return new AccessGate([new Developer()], [new ServiceAuthorizer(roles, "")]);
    }

    private static string MethodOf(string verb) => verb switch
    {
        "create" => "POST",
        "update" => "PUT",
        "patch" => "PATCH",
        "delete" or "deletecollection" => "DELETE",
        _ => "GET",
    };

    private bool Passes(string line) => _gate.Check(Access.Requests.WithToken("dev", line)).Refusal is null;

    private IEnumerable<Asked> Writing(string home) => Requests(home).Where(one => !Reading.Contains(one.Verb));

    /// <summary>One request for each verb that discovery tells of each resource; those that tell none are entered.</summary>
    private List<Asked> Requests(string home)
    {
        var groups = _client.Get("/apis")["groups"]!.AsArray()
            .SelectMany(group => group!["versions"]!.AsArray().Select(version => $"/apis/{version!["groupVersion"]}"));
        var found =
            from root in groups.Prepend("/api/v1")
            from entry in _client.Get(root)["resources"]!.AsArray()
            from verb in entry!["verbs"] is JsonArray { Count: > 0 } verbs ? verbs.Select(verb => $"{verb}") : ["get", "create"]
            select Of(root, $"{entry["name"]}", entry["namespaced"]!.GetValue<bool>(), verb, home);
        return [.. found];
    }

    private static Asked Of(string root, string resource, bool isNamespaced, string verb, string home)
    {
        var isOfOne = resource.Contains('/') || verb is not ("list" or "watch" or "create" or "deletecollection");
        var parts = resource.Split('/');
        var path = root + (isNamespaced ? $"/namespaces/{home}/" : "/") + parts[0] + (isOfOne ? "/x" : "")
            + (parts.Length > 1 ? "/" + parts[1] : "");
        return new Asked(verb, resource, isNamespaced, $"{MethodOf(verb)} {path}");
    }

    private sealed record Asked(string Verb, string Resource, bool IsNamespaced, string Line)
    {
        public string Name => $"{Verb} {Resource}";
    }

    private sealed class Developer : IAuthenticator
    {
        public User? Authenticate(ServerRequest request) => new("dev");
    }
}
