using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>Containers of pods and templates, with the defaults of 1.3.10 (api/v1/defaults.go).</summary>
internal static class ContainerWriter
{
    public static JsonObject Write(Container container)
    {
        var rest = Fields.Rest(container.Details?.Rest ?? "");
        return new JsonObject()
            .Text("name", container.Name)
            .Text("image", container.Image)
            .Take("command", rest)
            .Take("args", rest)
            .Take("workingDir", rest)
            .List("ports", container.Ports, WritePort)
            .List("env", container.Details?.Environment, WriteVariable)
            .Set("resources", new JsonObject().Amounts("limits", container.Limits).Amounts("requests", container.Requests))
            .List("volumeMounts", container.Details?.Mounts, WriteMount)
            .Node("livenessProbe", HandlerWriter.Write(container.LivenessProbe))
            .Node("readinessProbe", HandlerWriter.Write(container.ReadinessProbe))
            .Node("lifecycle", HandlerWriter.Write(container.Details?.Lifecycle))
            .Set("terminationMessagePath", "/dev/termination-log")
            .Set("imagePullPolicy", container.ImagePullPolicy.Length > 0 ? container.ImagePullPolicy : PullPolicy.Of(container.Image))
            .TakeAll(rest);
    }

    private static JsonObject WritePort(ContainerPort port) => new JsonObject()
        .Text("name", port.Name)
        .Number("hostPort", port.HostPort)
        .Set("containerPort", port.Port)
        .Text("protocol", port.Protocol);

    private static JsonObject WriteMount(ContainerMount mount) => new JsonObject()
        .Text("name", mount.Volume)
        .Flag("readOnly", mount.IsReadOnly)
        .Text("mountPath", mount.Path)
        .Text("subPath", mount.SubPath);

    private static JsonObject WriteVariable(EnvironmentVariable variable) => new JsonObject()
        .Text("name", variable.Name)
        .Text("value", variable.Value)
        .Node("valueFrom", variable.Source is { } source ? WriteSource(source) : null);

    private static JsonObject WriteSource(ValueSource source) => new JsonObject()
        .Node("fieldRef", source.Field is { } field ? WriteField(field) : null)
        .Node("resourceFieldRef", source.Resource is { } resource ? WriteResource(resource) : null)
        .Node("configMapKeyRef", source.ConfigMapKey is { } config ? WriteKey(config) : null)
        .Node("secretKeyRef", source.SecretKey is { } secret ? WriteKey(secret) : null);

    public static JsonObject WriteField(FieldReference field) => new()
    {
        ["apiVersion"] = field.ApiVersion.Length > 0 ? field.ApiVersion : "v1",
        ["fieldPath"] = field.FieldPath,
    };

    public static JsonObject WriteResource(ResourceReference resource) => new JsonObject().Text("containerName", resource.Container)
        .Set("resource", resource.Resource)
        .Set("divisor", resource.Divisor.ToString());

    private static JsonObject WriteKey(KeyReference key) => new() { ["name"] = key.Name, ["key"] = key.Key };
}
