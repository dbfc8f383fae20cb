using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.Tests.Api;
using Xunit;

namespace Simulator.Tests.ControlPlane;

/// <summary>What a pod waits for before it can start.</summary>
public sealed class PodReferencesTests
{
    private static readonly Pod Reader = Documents.One<Pod>("""
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: n}
        spec:
          containers:
            - name: c
              env:
                - {name: A, value: x}
                - {name: B, valueFrom: {configMapKeyRef: {name: settings, key: b}}}
                - {name: C, valueFrom: {secretKeyRef: {name: password, key: c}}}
                - {name: D, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
          volumes:
            - {name: v, configMap: {name: files, items: [{key: one, path: one.txt}]}}
            - {name: w, secret: {secretName: certificate}}
            - {name: x, emptyDir: {}}
        """);

    [Theory]
    [InlineData("", "configmaps \"files\" not found")]
    [InlineData("ConfigMap/files", "ConfigMap files has no key one")]
    [InlineData("ConfigMap/files/one", "secrets \"certificate\" not found")]
    [InlineData("ConfigMap/files/one Secret/certificate", "")]
    public void Volumes(string there, string missing) =>
        Assert.Equal(missing, PodReferences.MissingVolume(Reader, Store(there))?.ToString() ?? "");

    [Theory]
    [InlineData("", "configmaps \"settings\" not found")]
    [InlineData("ConfigMap/settings/b", "secrets \"password\" not found")]
    [InlineData("ConfigMap/settings/b Secret/password/other", "Secret password has no key c")]
    [InlineData("ConfigMap/settings/b Secret/password/c", "")]
    public void Environment(string there, string missing) =>
        Assert.Equal(missing, PodReferences.MissingEnvironment(Reader.Spec.Containers[0], "n", Store(there))?.ToString() ?? "");

    [Fact]
    public void A_pod_that_references_nothing_waits_for_nothing()
    {
        static ApiObject? Nothing(string kind, ObjectKey key) => throw new InvalidOperationException("nothing is to be looked up");
        Assert.Null(PodReferences.MissingVolume(new Pod(), Nothing));
        Assert.Null(PodReferences.MissingEnvironment(new Container(), "n", Nothing));
    }

    private static Func<string, ObjectKey, ApiObject?> Store(string there) => (kind, key) =>
    {
        var parts = there.Split(' ')
            .Select(text => text.Split('/'))
            .FirstOrDefault(parts => parts[0] == kind && key == new ObjectKey("n", parts[^1] == parts[0] ? "" : parts[1]));
        if (parts is null) return null;
        return kind == "Secret" ? new Secret { Keys = parts[2..] } : new ConfigMap { Keys = parts[2..] };
    };
}
