using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Xunit;

namespace Simulator.Serve.Tests;

/// <summary>What 1.3.10 refuses in objects that the simulator keeps as documents, in its words (pkg/apis/*/validation).</summary>
public sealed class ValidationTests
{
    private const string Ingresses = "/apis/extensions/v1beta1/namespaces/default/ingresses";
    private const string Policies = "/apis/extensions/v1beta1/namespaces/default/networkpolicies";
    private const string ThirdParties = "/apis/extensions/v1beta1/thirdpartyresources";
    private const string Budgets = "/apis/policy/v1alpha1/namespaces/default/poddisruptionbudgets";
    private const string ClusterBindings = "/apis/rbac.authorization.k8s.io/v1alpha1/clusterrolebindings";

    private readonly Conversation _client = new();

    [Theory]
    [InlineData(
        Ingresses, """{"metadata":{"name":"i"}}""",
        "Ingress.extensions \"i\" is invalid: spec: Invalid value: null: either `backend` or `rules` must be specified")]
    [InlineData(
        Ingresses, """{"metadata":{"name":"i"},"spec":{"backend":{"servicePort":80}}}""",
        "Ingress.extensions \"i\" is invalid: spec.backend.serviceName: Required value")]
    [InlineData(
        Ingresses, """{"metadata":{"name":"i"},"spec":{"backend":{"serviceName":"s","servicePort":0}}}""",
        "Ingress.extensions \"i\" is invalid: spec.backend.servicePort: Invalid value: 0: must be between 1 and 65535, inclusive")]
    [InlineData(
        Ingresses,
        """{"metadata":{"name":"i"},"spec":{"rules":[{},{"host":"1.2.3.4","http":{"paths":"""
        + """[{"path":"a","backend":{"serviceName":"s"}}]}}]}}""",
        "Ingress.extensions \"i\" is invalid: [spec.rules[1].host: Invalid value: \"1.2.3.4\": must be a DNS name, not an IP address, "
        + "spec.rules[0].http.paths[0].path: Invalid value: \"a\": must be an absolute path, "
        + "spec.rules[0].http.backend.servicePort: Invalid value: 0: must be between 1 and 65535, inclusive]")]
    [InlineData(
        Ingresses, """{"metadata":{"name":"i"},"spec":{"rules":[{"http":{"paths":[]}}]}}""",
        "Ingress.extensions \"i\" is invalid: spec.rules[0].http.paths: Required value")]
    [InlineData(
        Ingresses,
        """{"metadata":{"name":"i"},"spec":{"rules":[{"http":{"paths":[{"path":"/(","backend":{"serviceName":"s","servicePort":1}}]}}]}}""",
        "Ingress.extensions \"i\" is invalid: spec.rules[0].http.paths[0].path: Invalid value: \"/(\": must be a valid regex")]
    [InlineData(
        Policies, """{"metadata":{"name":"n"},"spec":{"ingress":[{"from":[{}]}]}}""",
        "NetworkPolicy.extensions \"n\" is invalid: spec: Required value: must specify a from type")]
    [InlineData(
        Policies, """{"metadata":{"name":"n"},"spec":{"ingress":[{"from":[{"podSelector":{},"namespaceSelector":{}}]}]}}""",
        "NetworkPolicy.extensions \"n\" is invalid: spec: Forbidden: may not specify more than 1 from type")]
    [InlineData(
        ThirdParties, """{"metadata":{"name":"a.b"}}""",
        "ThirdPartyResource.extensions \"a.b\" is invalid: metadata.name: Invalid value: \"a.b\": "
        + "must be at least three segments long: <kind>.<domain>.<tld>")]
    [InlineData(
        ThirdParties, """{"metadata":{"name":"a.b.c"},"versions":[{"name":"v1"},{"name":"v1"},{}]}""",
        "ThirdPartyResource.extensions \"a.b.c\" is invalid: [versions[1].name: Duplicate value: {\"name\":\"v1\"}, "
        + "versions[2].name: Invalid value: {}: must not be empty]")]
    [InlineData(
        Budgets, """{"metadata":{"name":"p"},"spec":{"minAvailable":"101%"}}""",
        "PodDisruptionBudget.policy \"p\" is invalid: spec.minAvailable: Invalid value: \"101%\": must not be greater than 100%")]
    [InlineData(
        Budgets, """{"metadata":{"name":"p"},"spec":{"minAvailable":-1}}""",
        "PodDisruptionBudget.policy \"p\" is invalid: spec.minAvailable: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(
        Budgets, """{"metadata":{"name":"a/b"},"spec":{"minAvailable":1}}""",
        "PodDisruptionBudget.policy \"a/b\" is invalid: metadata.name: Invalid value: \"a/b\": may not contain '/'")]
    [InlineData(
        "/api/v1/namespaces/default/podtemplates", """{"metadata":{"name":"t"},"template":{"spec":{}}}""",
        "PodTemplate \"t\" is invalid: template.spec.containers: Required value")]
    [InlineData(
        "/api/v1/namespaces/default/events", """{"metadata":{"name":"e"},"involvedObject":{"kind":"Pod","namespace":"prod"}}""",
        "Event \"e\" is invalid: involvedObject.namespace: Invalid value: \"prod\": does not match involvedObject")]
    [InlineData(
        "/api/v1/namespaces/prod/events", """{"metadata":{"name":"e"},"involvedObject":{"kind":"Node"}}""",
        "Event \"e\" is invalid: involvedObject.namespace: Invalid value: \"\": not allowed for node")]
    public void A_new_object_that_will_not_do_is_told_all_that_is_wrong_with_it(string url, string body, string message)
    {
        var status = _client.Post(url, body);
        Assert.Equal(message, (string?)status["message"]);
        Assert.Equal(422, (int)status["code"]!);
    }

    /// <summary>A role without rules is one that everybody may give.</summary>
    [Fact]
    public void A_binding_tells_all_that_is_wrong_with_its_subjects()
    {
        _client.Store.Load(new DocumentKey("clusterroles", "", "r"), new JsonObject { ["metadata"] = new JsonObject { ["name"] = "r" } });
        const string Binding =
            """{"metadata":{"name":"b"},"subjects":[{"kind":"ServiceAccount","name":"s"},{"kind":"X"}],"roleRef":"""
            + """{"kind":"ClusterRole","name":"r"}}""";
        Assert.Equal(
            "ClusterRoleBinding.rbac.authorization.k8s.io \"b\" is invalid: [subjects[0].namespace: Required value, "
            + "subjects[1].name: Required value, subjects[1].kind: Unsupported value: \"X\": supported values: ServiceAccount, User, "
            + "Group]",
            (string?)_client.Post(ClusterBindings, Binding)["message"]);
    }

    [Theory]
    [InlineData(
        Budgets, """{"metadata":{"name":"x"},"spec":{"minAvailable":1}}""", """{"metadata":{"labels":{"a":"b"}}}""",
        "PodDisruptionBudget.policy \"x\" is invalid: spec: Forbidden: updates to poddisruptionbudget spec are forbidden.")]
    [InlineData(
        Policies, """{"metadata":{"name":"x"}}""", """{"spec":{"podSelector":{"matchLabels":{"a":"b"}}}}""",
        "NetworkPolicy.extensions \"x\" is invalid: spec: Forbidden: updates to networkpolicy spec are forbidden.")]
    [InlineData(
        Ingresses, """{"metadata":{"name":"x"},"spec":{"backend":{"serviceName":"s","servicePort":1}}}""", """{"spec":{"backend":null}}""",
        "Ingress.extensions \"x\" is invalid: [spec: Invalid value: null: either `backend` or `rules` must be specified, "
        + "spec: Invalid value: null: either `backend` or `rules` must be specified]")]
    public void A_change_that_will_not_do_is_told_as_often_as_the_real_one_judges_it(string url, string made, string patch, string message)
    {
        _client.Post(url, made);
        Assert.Equal(message, (string?)_client.Patch("merge", url + "/x", patch)["message"]);
    }

    [Theory]
    [InlineData(
        "/api/v1/namespaces/default/replicationcontrollers", """{"status":{"replicas":-1}}""", "status.replicas: Invalid value: -1")]
    [InlineData(
        "/api/v1/namespaces/default/services", """{"status":{"loadBalancer":{"ingress":[{"ip":"x"}]}}}""",
        "status.loadBalancer.ingress[0].ip: Invalid value: \"x\": must be a valid IP address")]
    public void A_status_that_cannot_be_is_refused(string url, string patch, string part)
    {
        const string Template = """{"metadata":{"labels":{"a":"b"}},"spec":""" + Conversation.PodSpec + "}";
        _client.Post(url, """{"metadata":{"name":"x"},"spec":{"ports":[{"port":80}],"template":""" + Template + "}}");
        Assert.Contains(part, (string?)_client.Patch("merge", url + "/x/status", patch)["message"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_namespace_that_is_not_going_can_only_be_active()
    {
        var status = _client.Patch("merge", "/api/v1/namespaces/prod/status", """{"status":{"phase":"Terminating"}}""");
        Assert.Equal(
            "Namespace \"prod\" is invalid: status.Phase: Invalid value: \"Terminating\": may only be 'Active' if "
            + "`deletionTimestamp` is empty",
            (string?)status["message"]);
    }

    [Fact]
    public void A_rollback_to_a_revision_below_zero_is_refused()
    {
        var status = _client.Post(
            "/apis/extensions/v1beta1/namespaces/default/deployments/d/rollback", """{"name":"d","rollbackTo":{"revision":-1}}""");
        Assert.Equal(
            "DeploymentRollback.extensions \"d\" is invalid: rollback.version: Invalid value: -1: must be greater than or equal to 0",
            (string?)status["message"]);
    }

    [Fact]
    public void Ingresses_of_the_usual_form_are_taken()
    {
        const string Body = """
            {"metadata":{"name":"i"},"spec":{"rules":[{"host":"a.example.com","http":{"paths":[
            {"path":"/a[0-9]+.*","backend":{"serviceName":"s","servicePort":"http"}}]}}]}}
            """;
        Assert.Equal(1, (int)_client.Post(Ingresses, Body)["metadata"]!["generation"]!);
    }
}
