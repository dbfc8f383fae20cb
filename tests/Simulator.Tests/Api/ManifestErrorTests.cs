using Xunit;

namespace Simulator.Tests.Api;

/// <summary>Wrong manifests get a sentence with a place; nothing wrong is loaded in silence.</summary>
public sealed class ManifestErrorTests
{
    [Theory]
    [InlineData(
        "metadata: {name: a, labels: {x: 1}}|spec: {containers: [{name: c, image: i}]}",
        "metadata.labels.x: found the number 1; allowed is text (put it in quotes)")]
    [InlineData(
        "metadata: {name: a}|spec: {containers: [{name: c, resources: {requests: {cpu: 1ki}}}]}",
        "spec.containers[0].resources.requests.cpu: found '1ki'; allowed is a quantity")]
    [InlineData("metadata: {name: a}|spec: {containers: {name: c}}", "spec.containers: found a mapping; allowed is a list")]
    [InlineData(
        "metadata: {name: a}|spec: {hostNetwork: 'true', containers: [{name: c, image: i}]}",
        "spec.hostNetwork: found 'true'; allowed is true or false")]
    [InlineData("metadata: {name: a}|spec: {containers: [{name: c, ports: [{containerPort: 7000000000}]}]}", "'7000000000' is too large")]
    public void Pods(string body, string expected) =>
        Assert.Contains(expected, Assert.Single(Documents.Errors("apiVersion: v1\nkind: Pod\n" + body.Replace("|", "\n"))));

    /// <summary>What the API server refuses has the place of the field, or of what it is missing from.</summary>
    [Theory]
    [InlineData(
        "replicas: -3",
        "m.yaml:5:13  Deployment.extensions \"web\" is invalid: spec.replicas: Invalid value: -3: must be greater than or equal to 0")]
    [InlineData(
        "selector: {}",
        "m.yaml:5:13  Deployment.extensions \"web\" is invalid: spec.selector: Invalid value: {}: empty selector is not valid for "
            + "deployment.")]
    [InlineData(
        "strategy: {rollingUpdate: {maxSurge: x%}}",
        "m.yaml:5:40  Deployment.extensions \"web\" is invalid: spec.strategy.rollingUpdate.maxSurge: Invalid value: \"x%\": must be an "
            + "integer or percentage (e.g '5%')")]
    [InlineData(
        "rollbackTo: {revision: -1}",
        "m.yaml:5:26  Deployment.extensions \"web\" is invalid: spec.rollback.version: Invalid value: -1: must be greater than or equal "
            + "to 0")]
    public void Refusals_have_a_place(string line, string expected)
    {
        var refusals = Refusals($$$"""
            apiVersion: extensions/v1beta1
            kind: Deployment
            metadata: {name: web}
            spec:
              {{{line}}}
              template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: i}]}}
            """);
        Assert.Equal([expected], refusals);
    }

    [Fact]
    public void Refused_init_containers_stand_in_their_annotation_and_amounts_at_their_names()
    {
        var refusals = Refusals("""
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              annotations:
                pod.alpha.kubernetes.io/init-containers: '[{"name": "a"}]'
            spec:
              containers:
              - name: c
                image: i
                resources: {requests: {cpu: -1}}
            """);
        Assert.Equal(["m.yaml:6:46", "m.yaml:11:33"], refusals.Select(refusal => refusal.Split("  ")[0]));
    }

    private static string[] Refusals(string yaml) =>
        [.. Documents.Manifest(yaml).Diagnostics.Refusals.Select(refusal => refusal.ToString())];

    [Theory]
    [InlineData("- 1", "m.yaml:1:1  found a list; allowed is a mapping")]
    [InlineData(
        "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: http}]}}",
        "spec.ports[0].port: found 'http'; allowed is a whole number")]
    [InlineData("hello", "m.yaml:1:1  found 'hello'; allowed is a mapping")]
    [InlineData("a: 1", "the key 'kind' is missing")]
    [InlineData("kind: Pod", "the key 'apiVersion' is missing; Pod is read as v1")]
    [InlineData(
        "{apiVersion: v1, kind: Namespace, metadata: {name: a}}\n---\n{apiVersion: v1, kind: Namespace, metadata: {name: a}}",
        "m.yaml:3:1  Namespace a comes twice; the first stands at m.yaml:1:1")]
    public void Documents_of_any_kind(string yaml, string expected) => Assert.Contains(expected, Assert.Single(Documents.Errors(yaml)));

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var errors = Documents.Errors("{apiVersion: v1, kind: Pod, metadata: {name: 5}, spec: {containers: 5, hostNetwork: 7}}");
        Assert.Equal(3, errors.Length);
    }
}
