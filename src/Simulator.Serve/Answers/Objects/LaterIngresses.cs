using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Objects;

/// <summary>Ingresses as networking.k8s.io/v1 shows them: backends are services, the class is a field instead of an annotation.</summary>
internal sealed class LaterIngresses : IView
{
    private const string ClassAnnotation = "kubernetes.io/ingress.class";

    public void ToStored(JsonObject document)
    {
        var spec = document.Child("spec");
        if (spec["ingressClassName"].AsText() is { } name) document.Child("metadata").Child("annotations")[ClassAnnotation] = name;
        document["spec"] = Spec(spec, "defaultBackend", "backend", StoredBackend, (path, stored) =>
        {
            stored.Take(path, "path");
            stored["backend"] = StoredBackend(path["backend"]);
        });
    }

    public void ToShown(JsonObject document)
    {
        var spec = Spec(document.Child("spec"), "backend", "defaultBackend", ShownBackend, (path, shown) =>
        {
            shown.Take(path, "path");
            shown["pathType"] = "ImplementationSpecific";
            shown["backend"] = ShownBackend(path["backend"]);
        });
        if (document["metadata"]?["annotations"].Text(ClassAnnotation) is { Length: > 0 } name) spec.Insert(0, "ingressClassName", name);
        document["spec"] = spec;
    }

    private static JsonObject Spec(
        JsonObject from, string had, string has, Func<JsonNode?, JsonNode> backend, Action<JsonObject, JsonObject> path)
    {
        var spec = new JsonObject();
        if (from[had] is { } common) spec[has] = backend(common);
        if (from.ContainsKey("tls")) spec.Take(from, "tls");
        if (from["rules"] is not JsonArray rules) return spec;
        spec["rules"] = new JsonArray([.. rules.Objects().Select(rule => Rule(rule, path))]);
        return spec;
    }

    private static JsonObject Rule(JsonObject from, Action<JsonObject, JsonObject> path)
    {
        var rule = new JsonObject();
        if (from.ContainsKey("host")) rule.Take(from, "host");
        if (from["http"] is not JsonObject http) return rule;
        var paths = new JsonArray();
        foreach (var known in http["paths"].Objects())
        {
            var made = new JsonObject();
            path(known, made);
            if (made["path"] is null) made.Remove("path");
            paths.Add(made);
        }

        rule["http"] = new JsonObject { ["paths"] = paths };
        return rule;
    }

    private static JsonObject StoredBackend(JsonNode? later)
    {
        var service = later?["service"];
        var port = service?["port"];
        return new JsonObject
        {
            ["serviceName"] = service.Text("name"),
            ["servicePort"] = port?["name"].AsText() is { Length: > 0 } name ? name : port?["number"].AsNumber() ?? 0,
        };
    }

    private static JsonObject ShownBackend(JsonNode? stored)
    {
        var port = stored?["servicePort"];
        var shown = port.AsText() is { } name
            ? new JsonObject { ["name"] = name }
            : new JsonObject { ["number"] = port?.DeepClone() };
        return new JsonObject { ["service"] = new JsonObject { ["name"] = stored.Text("serviceName"), ["port"] = shown } };
    }
}
