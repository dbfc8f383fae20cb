using Xunit;

namespace Simulator.Tests.Api;

/// <summary>Wrong manifests get a sentence with a place; nothing wrong is loaded in silence.</summary>
public sealed class ManifestErrorTests
{
    [Theory]
    [InlineData("metadata: {}|spec: {containers: [{name: c, image: i}]}", "metadata: the key 'name' is missing")]
    [InlineData("metadata: {name: A_b}|spec: {containers: [{name: c, image: i}]}", "metadata.name: 'A_b' is not a name")]
    [InlineData("metadata: {name: a}|spec: {}", "spec: the key 'containers' is missing or empty")]
    [InlineData("metadata: {name: a}|spec: {containers: []}", "spec: the key 'containers' is missing or empty")]
    [InlineData("metadata: {name: a}", "the key 'spec' is missing")]
    [InlineData("metadata: {name: a, labels: {'-x': y}}|spec: {containers: [{name: c, image: i}]}", "'-x' is not a label key")]
    [InlineData("metadata: {name: a, labels: {x: 'a b'}}|spec: {containers: [{name: c, image: i}]}", "metadata.labels.x: 'a b' is not a label value")]
    [InlineData("metadata: {name: a, labels: {x: 1}}|spec: {containers: [{name: c, image: i}]}", "metadata.labels.x: found the number 1; allowed is text (put it in quotes)")]
    [InlineData("metadata: {name: a}|spec: {containers: [{name: c, resources: {requests: {cpu: 1ki}}}]}", "spec.containers[0].resources.requests.cpu: found '1ki'; allowed is a quantity")]
    [InlineData("metadata: {name: a}|spec: {containers: [{name: c, resources: {requests: {cpu: -1}}}]}", "spec.containers[0].resources.requests.cpu: '-1' is negative")]
    [InlineData("metadata: {name: a}|spec: {containers: [{name: c, resources: {requests: {cpu: 2}, limits: {cpu: 1500m}}}]}", "the request of 2 cpu is over the limit of 1500m")]
    [InlineData("metadata: {name: a}|spec: {containers: [{image: i}]}", "spec.containers[0]: the key 'name' is missing")]
    [InlineData("metadata: {name: a}|spec: {containers: {name: c}}", "spec.containers: found a mapping; allowed is a list")]
    [InlineData("metadata: {name: a}|spec: {restartPolicy: always, containers: [{name: c, image: i}]}", "spec.restartPolicy: found 'always'; allowed are Always, OnFailure, Never; did you mean 'Always'?")]
    [InlineData("metadata: {name: a}|spec: {hostNetwork: 'true', containers: [{name: c, image: i}]}", "spec.hostNetwork: found 'true'; allowed is true or false")]
    [InlineData("metadata: {name: a}|spec: {containers: [{name: c, ports: [{containerPort: 70000}]}]}", "'70000' is too large; allowed are whole numbers from 1 to 65535")]
    public void Pods(string body, string expected) =>
        Assert.Contains(expected, Assert.Single(Documents.Errors("apiVersion: v1\nkind: Pod\n" + body.Replace("|", "\n"))));

    [Theory]
    [InlineData("replicas: -3", "m.yaml:5:13  spec.replicas: '-3' is negative; allowed are whole numbers from 0")]
    [InlineData("selector: {matchLabels: {app: db}}", "spec.selector: does not match the labels of the template (app=web)")]
    [InlineData("selector: {matchExpressions: [{key: app, operator: in, values: [web]}]}", "spec.selector: 'in' is not an operator")]
    [InlineData("selector: {}", "spec.selector: is empty and would select every pod")]
    [InlineData("strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}", "both 0")]
    [InlineData("strategy: {rollingUpdate: {maxSurge: x%}}", "spec.strategy.rollingUpdate.maxSurge: found 'x%'; allowed is a count such as 1 or a share such as 25%")]
    public void Deployments(string line, string expected)
    {
        var errors = Documents.Errors($$$"""
            apiVersion: extensions/v1beta1
            kind: Deployment
            metadata: {name: web}
            spec:
              {{{line}}}
              template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: i}]}}
            """);
        Assert.Contains(expected, Assert.Single(errors));
    }

    [Theory]
    [InlineData("- 1", "m.yaml:1:1  found a list; allowed is a mapping")]
    [InlineData("{apiVersion: v1, kind: ReplicationController, metadata: {name: a}, spec: {template: {spec: {containers: [{name: c}]}}}}", "spec.template: has no labels")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {template: {spec: {containers: [{name: c}]}}}}", "spec: the key 'selector' is missing")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: http}]}}", "spec.ports[0].port: found 'http'; allowed is a whole number from 1 to 65535")]
    [InlineData("hello", "m.yaml:1:1  found 'hello'; allowed is a mapping")]
    [InlineData("a: 1", "the key 'kind' is missing")]
    [InlineData("kind: Pod", "the key 'apiVersion' is missing; Pod is read as v1")]
    [InlineData("{apiVersion: v1, kind: Namespace, metadata: {name: a}}\n---\n{apiVersion: v1, kind: Namespace, metadata: {name: a}}", "m.yaml:3:1  Namespace a comes twice; the first stands at m.yaml:1:1")]
    [InlineData("{apiVersion: v1, kind: PodList, items: [{metadata: {name: a}, spec: {containers: [{}]}}]}", "items[0].spec.containers[0]: the key 'name' is missing")]
    public void Documents_of_any_kind(string yaml, string expected) => Assert.Contains(expected, Assert.Single(Documents.Errors(yaml)));

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var errors = Documents.Errors("{apiVersion: v1, kind: Pod, metadata: {}, spec: {containers: 5, hostNetwork: 7}}");
        Assert.Equal(3, errors.Length);
    }
}
