using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>
/// The Scale that a path shows: autoscaling/v1's, whose selector is a text, or extensions', whose selector is a map and a text.
/// </summary>
/// <param name="Scaled">The resource whose object is scaled.</param>
internal sealed record ScaleShape(string Group, BodyKind Body, ServedResource Scaled, string Link)
{
    public static ScaleShape Of(RequestTarget target)
    {
        var resource = target.Resource;
        var isPlain = target.Subresource!.Of is not null;
        var body = isPlain ? BodyKind.Of("autoscaling.Scale", "autoscaling/v1") : BodyKind.Of("extensions.Scale", "extensions/v1beta1");
        var scaled = resource.Kind == "ReplicationControllerDummy" ? ResourceTable.Find("v1", resource.Name) : resource;
        var root = resource.Group.Length > 0 ? $"/apis/{resource.GroupVersion}" : "/api/v1";
        var link = $"{root}/namespaces/{target.Namespace}/{resource.Name}/{target.Name}/scale";
        return new ScaleShape(isPlain ? "autoscaling" : "extensions", body, scaled, link);
    }

    public JsonObject Show(JsonObject stored)
    {
        var metadata = new JsonObject();
        foreach (var key in (string[])["name", "namespace"]) metadata.Take(stored["metadata"]!.AsObject(), key);
        metadata["selfLink"] = Link;
        foreach (var key in (string[])["uid", "resourceVersion", "creationTimestamp"]) metadata.Take(stored["metadata"]!.AsObject(), key);
        var scale = new JsonObject
        {
            ["kind"] = "Scale",
            ["apiVersion"] = Body.GroupVersion,
            ["metadata"] = metadata,
            ["spec"] = new JsonObject { ["replicas"] = stored["spec"]?["replicas"]?.DeepClone() },
            ["status"] = Status(stored),
        };
        return Shaper.Shape(Body.Type, scale);
    }

    private JsonObject Status(JsonObject stored)
    {
        var status = new JsonObject { ["replicas"] = stored["status"]?["replicas"]?.DeepClone() };
        var selector = stored["spec"]?["selector"] as JsonObject;
        if (Scaled.Name == "replicationcontrollers" && selector is not null)
        {
            selector = new JsonObject { ["matchLabels"] = selector.DeepClone() };
        }
        var text = SelectorTexts.Of(selector);
        if (Group == "autoscaling") status["selector"] = text;
        else
        {
            if (selector?["matchExpressions"] is not JsonArray { Count: > 0 }) status["selector"] = selector?["matchLabels"]?.DeepClone();
            status["targetSelector"] = text;
        }

        return status;
    }
}
