using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Serve.Access;
using Simulator.Serve.Access.Credentials;
using Simulator.Serve.Access.Roles;
using Xunit;

namespace Simulator.Serve.Tests.Access;

/// <summary>The roles of a hosted service at the door of the cluster east: 0 goes on, 403 is refused.</summary>
public sealed class ServiceRolesTests
{
    private const string Bindings =
        """
        roles:
          - name: releaser
            meaning: releases the shop
            rules:
              - { verbs: [get, list, watch], resources: ["*"], namespaces: [shop] }
              - { verbs: [update, patch], resources: [deployments, deployments/scale], groups: [extensions], namespaces: [shop] }
              - { verbs: [get, post], paths: [/simulator/clock] }
              - { verbs: ["*"], resources: ["*/exec"], names: [web-1] }
        bindings:
          - { role: viewer, users: [vic] }
          - { role: developer, users: [dev] }
          - { role: cluster-admin, users: [ops], clusters: [east] }
          - { role: admin, users: [adm] }
          - { role: viewer, groups: [guests], clusters: [west] }
          - { role: developer, groups: [shopkeepers], namespaces: [shop] }
          - { role: releaser, users: [rel], clusters: [east, federation] }
        """;

    private const string Tokens =
        "vic,vic,1\ndev,dev,2\nops,ops,3\nadm,adm,4\ngus,gus,5,guests\nsho,sho,6,\"x,shopkeepers\"\nrel,rel,7\nnob,nob,8\n";

    [Theory]
    [InlineData("vic", "GET /api/v1/nodes", 0)]
    [InlineData("vic", "GET /api/v1/namespaces/shop/pods/p/log", 0)]
    [InlineData("vic", "GET /simulator/clock", 0)]
    [InlineData("vic", "GET /metrics", 0)]
    [InlineData("vic", "GET /api/v1/namespaces/shop/secrets", 403)]
    [InlineData("vic", "GET /api/v1/secrets", 403)]
    [InlineData("vic", "GET /api/v1/watch/namespaces/shop/secrets/s", 403)]
    [InlineData("vic", "GET /api/v1/namespaces/shop/pods/p/exec?command=sh", 403)]
    [InlineData("vic", "GET /api/v1/namespaces/shop/pods/p/attach", 403)]
    [InlineData("vic", "GET /api/v1/namespaces/shop/pods/p/portforward", 403)]
    [InlineData("vic", "GET /api/v1/namespaces/shop/services/s/proxy/x", 403)]
    [InlineData("vic", "GET /api/v1/proxy/namespaces/shop/services/s/x", 403)]
    [InlineData("vic", "GET /api/v1/nodes/n/proxy/pods", 403)]
    [InlineData("vic", "POST /simulator/clock", 403)]
    [InlineData("dev", "POST /api/v1/namespaces/shop/pods", 0)]
    [InlineData("dev", "DELETE /apis/extensions/v1beta1/namespaces/shop/deployments", 0)]
    [InlineData("dev", "GET /api/v1/namespaces/shop/pods/p/exec", 0)]
    [InlineData("dev", "GET /api/v1/secrets", 0)]
    [InlineData("dev", "PUT /api/v1/nodes/n", 403)]
    [InlineData("dev", "DELETE /api/v1/namespaces/shop", 403)]
    [InlineData("dev", "PUT /api/v1/namespaces/shop/finalize", 403)]
    [InlineData("dev", "PUT /api/v1/namespaces/shop/resourcequotas/q", 403)]
    [InlineData("dev", "POST /apis/rbac.authorization.k8s.io/v1alpha1/namespaces/shop/rolebindings", 403)]
    [InlineData("dev", "GET /api/v1/nodes/n/proxy/pods", 403)]
    [InlineData("dev", "POST /simulator/troubles", 403)]
    [InlineData("ops", "PATCH /api/v1/nodes/n", 0)]
    [InlineData("ops", "DELETE /api/v1/namespaces/shop", 0)]
    [InlineData("ops", "DELETE /api/v1/namespaces/shop/pods/p", 0)]
    [InlineData("ops", "POST /simulator/troubles", 0)]
    [InlineData("ops", "POST /api/v1/namespaces/shop/pods", 403)]
    [InlineData("ops", "GET /api/v1/namespaces/shop/secrets", 403)]
    [InlineData("ops", "POST /apis/rbac.authorization.k8s.io/v1alpha1/clusterroles", 403)]
    [InlineData("adm", "POST /apis/rbac.authorization.k8s.io/v1alpha1/clusterroles", 0)]
    [InlineData("adm", "DELETE /simulator/troubles/1", 0)]
    [InlineData("gus", "GET /api/v1/nodes", 403)]
    [InlineData("gus", "GET /api", 403)]
    [InlineData("sho", "GET /apis/extensions/v1beta1", 0)]
    [InlineData("sho", "POST /api/v1/namespaces/shop/pods", 0)]
    [InlineData("sho", "GET /api/v1/namespaces/shop", 0)]
    [InlineData("sho", "POST /api/v1/namespaces/bank/pods", 403)]
    [InlineData("sho", "GET /api/v1/pods", 403)]
    [InlineData("sho", "GET /simulator/clock", 403)]
    [InlineData("rel", "PUT /apis/extensions/v1beta1/namespaces/shop/deployments/d/scale", 0)]
    [InlineData("rel", "PUT /apis/extensions/v1beta1/namespaces/bank/deployments/d", 403)]
    [InlineData("rel", "PUT /apis/apps/v1/namespaces/shop/deployments/d", 403)]
    [InlineData("rel", "POST /simulator/clock", 0)]
    [InlineData("rel", "POST /simulator/clock/x", 403)]
    [InlineData("rel", "POST /api/v1/namespaces/bank/pods/web-1/exec", 0)]
    [InlineData("rel", "POST /api/v1/namespaces/bank/pods/web-2/exec", 403)]
    [InlineData("nob", "GET /api", 403)]
    [InlineData("forged", "GET /api", 401)]
    public void A_role_is_checked_at_every_door(string token, string line, int refused) =>
        Assert.Equal(refused, Gate("east").Check(Requests.WithToken(token, line)).Refusal?.Status ?? 0);

    [Fact]
    public void A_binding_counts_on_its_clusters_only()
    {
        Assert.Null(Gate("west").Check(Requests.WithToken("gus", "GET /api/v1/nodes")).Refusal);
        Assert.NotNull(Gate("west").Check(Requests.WithToken("ops", "GET /api/v1/nodes")).Refusal);
        Assert.Null(Gate("federation").Check(Requests.WithToken("rel", "GET /api/v1/namespaces/shop/services")).Refusal);
    }

    [Theory]
    [InlineData(
        "bindings: [{ role: viwer, users: [a] }]", "1:20: bindings[0].role: found 'viwer'; allowed are viewer, developer, cluster-admin, "
        + "admin; did you mean 'viewer'?")]
    [InlineData(
        "bindings: [{ role: viewer, user: [a] }]",
        "1:12: bindings[0]: names nobody; allowed are users, groups, or both\n1:28: bindings[0].user: unknown key; did you mean 'users'?")]
    [InlineData("bindings: [{ role: viewer }]", "1:12: bindings[0]: names nobody; allowed are users, groups, or both")]
    [InlineData(
        "bindings: [{ role: viewer, users: [a], clusters: [eeast] }]", "1:50: bindings[0].clusters: there is no cluster 'eeast'; did you "
        + "mean 'east'? (there are east, west, federation)")]
    [InlineData(
        "{ roles: [{ name: admin }], bindings: [] }", "1:11: roles[0]: there is a role 'admin' already, ready-made; allowed is another "
        + "name")]
    [InlineData(
        "{ roles: [{ name: r, rules: [{ verbs: [got], resources: [pod] }] }], bindings: [] }", "1:40: roles[0].rules[0].verbs[0]: found "
        + "'got'; allowed are get, list, watch, create, update, patch, delete, deletecollection, proxy, redirect, impersonate, *; did "
        + "you mean "
        + "'get'?\n1:58: roles[0].rules[0].resources[0]: there is no resource 'pod'; did you mean 'pods'?")]
    [InlineData(
        "{ roles: [{ name: r, rules: [{ verbs: [get] }] }], bindings: [] }", "1:30: roles[0].rules[0]: has neither of resources and paths; "
        + "allowed is exactly one")]
    [InlineData(
        "{ roles: [{ name: r, rules: [{ verbs: [get], paths: [version] }] }], bindings: [] }",
        "1:53: roles[0].rules[0].paths: found 'version'; "
        + "allowed is a path from / on, with * at its end or alone")]
    [InlineData("{ }", "1:1: the key 'bindings' is missing")]
    public void A_wrong_file_is_told_with_its_places(string text, string errors)
    {
        var diagnostics = new Diagnostics();
        var document = SourceTree.ParseYaml("roles.yaml", text, diagnostics)[0];
        ServiceRolesFile.Read(document, ["east", "west", "federation"], diagnostics);
        Assert.Equal(errors, string.Join('\n', diagnostics.Errors.Select(error => $"{error.Line}:{error.Column}: {error.Message}")));
    }

    [Fact]
    public void One_asks_on_the_command_line_whether_somebody_may()
    {
        var file = Write(Bindings);
        Assert.Equal((0, "yes, as viewer\n"), Ask("list", "pods", "--as", "vic", "--roles", file));
        Assert.Equal((1, "no\n"), Ask("get", "secrets", "--as", "vic", "--roles", file));
        Assert.Equal((1, "no\n"), Ask("create", "pods", "--as", "x", "--group", "shopkeepers", "--roles", file));
        Assert.Equal(
            (0, "yes, as developer\n"), Ask("create", "pods", "-n", "shop", "--as", "x", "--group", "shopkeepers", "--roles", file));
        Assert.Equal(
            (0, "east: yes, as releaser\n"),
            Ask("update", "deployments.extensions/scale", "-n", "shop", "--as", "rel", "--cluster", "east", "--roles", file));
        Assert.Equal(
            (1, "east: yes, as cluster-admin\nwest: no\n"),
            Ask("post", "/simulator/clock", "--as", "ops", "--cluster", "east", "--cluster", "west", "--roles", file));
        Assert.Equal(
            (1, "no\neast: yes, as releaser\nfederation: yes, as releaser\n"),
            Ask("update", "deployments.extensions/scale", "-n", "shop", "--as", "rel", "--roles", file));
        var wrong = CommandLine.Run("access", "can-i", "get", "pod", "--as", "vic", "--roles", file);
        Assert.Equal((2, "there is no resource 'pod'; did you mean 'pods'?\n"), (wrong.ExitCode, wrong.Error));
    }

    [Fact]
    public void A_review_lists_who_may_do_what()
    {
        var answer = CommandLine.Run("access", "review", "--roles", Write(Bindings), "--cluster", "east", "--cluster", "west");
        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(
            """
            who                cluster  roles          read  secrets  write  exec  nodes  roles  clock  troubles
            vic                east     viewer         all   -        -      -     -      -      -      -
            vic                west     viewer         all   -        -      -     -      -      -      -
            dev                east     developer      all   all      all    all   -      -      -      -
            dev                west     developer      all   all      all    all   -      -      -      -
            ops                east     cluster-admin  all   -        -      -     all    -      all    all
            adm                east     admin          all   all      all    all   all    all    all    all
            adm                west     admin          all   all      all    all   all    all    all    all
            rel                east     releaser       shop  shop     -      -     -      -      all    -
            group guests       west     viewer         all   -        -      -     -      -      -      -
            group shopkeepers  east     developer      shop  shop     shop   shop  -      -      -      -
            group shopkeepers  west     developer      shop  shop     shop   shop  -      -      -      -

            viewer: reads everything but secrets, and looks at the simulation
            developer: works in namespaces: workloads, secrets, exec, logs
            cluster-admin: runs the cluster: nodes, namespaces, quotas, volumes, drains, troubles and the clock
            admin: everything, roles and acting as others included
            releaser: releases the shop

            """,
            answer.Out);
        var json = CommandLine.Run("access", "review", "--roles", Write(Bindings), "--json").Out;
        Assert.Contains("\"troubles\": \"all\"", json, StringComparison.Ordinal);
    }

    private static (int, string) Ask(params string[] args)
    {
        var answer = CommandLine.Run(["access", "can-i", .. args]);
        return (answer.ExitCode, answer.Out);
    }

    private static string Write(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        File.WriteAllText(path, text);
        return path;
    }

    private static AccessGate Gate(string cluster)
    {
        var diagnostics = new Diagnostics();
        var document = SourceTree.ParseYaml("roles.yaml", Bindings, diagnostics)[0];
        var roles = ServiceRolesFile.Read(document, ["east", "west", "federation"], diagnostics)!;
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.Errors));
        return new AccessGate(
            [CredentialFiles.ReadTokens("tokens.csv", Tokens, diagnostics)!], [new ServiceAuthorizer(roles, cluster)]);
    }
}
