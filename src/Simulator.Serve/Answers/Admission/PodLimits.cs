using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.Serve.Answers.Rules;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Admission;

/// <summary>Gives the containers of a pod the defaults of the limit ranges of its namespace, and holds it against them.</summary>
internal static class PodLimits
{
    private const string Annotation = "kubernetes.io/limit-ranger";

    public static JsonObject Apply(IDocumentStore store, ServedResource resource, string home, JsonObject document)
    {
        var ranges = store.List("limitranges", home);
        if (ranges.Count == 0) return document;
        var result = document.Copy();
        var rangeResource = ResourceTable.Find("v1", "limitranges");
        foreach (var range in ranges.Select(range => (LimitRange)Judgement.Typed(rangeResource, range)!))
        {
            var pod = (Pod)Judgement.Typed(resource, result)!;
            var (spec, faults) = LimitRangeRule.Apply(range, pod.Spec);
            Write(result, pod.Spec, spec);
            if (faults.Length > 0) throw AdmissionChain.Forbidden(resource, document, faults);
        }

        return result;
    }

    private static void Write(JsonObject document, PodSpec before, PodSpec after)
    {
        List<string> notes = [];
        var containers = document["spec"]!["containers"].Objects().ToList();
        for (var i = 0; i < containers.Count; i++)
        {
            var resources = containers[i].Child("resources");
            var (had, has) = (before.Containers[i], after.Containers[i]);
            Note(notes, "request", had.Name, Fill(resources, "requests", had.Requests, has.Requests));
            Note(notes, "limit", had.Name, Fill(resources, "limits", had.Limits, has.Limits));
        }

        if (notes.Count == 0) return;
        document.Child("metadata").Child("annotations")[Annotation] = "LimitRanger plugin set: " + string.Join("; ", notes);
    }

    private static List<string> Fill(JsonObject resources, string key, ResourceList had, ResourceList has)
    {
        List<string> added = [];
        foreach (var (name, amount) in has.Amounts)
        {
            if (had.TryGet(name, out _)) continue;
            resources.Child(key)[name] = amount.ToString();
            added.Add(name);
        }

        return added;
    }

    private static void Note(List<string> notes, string what, string container, List<string> names)
    {
        if (names.Count > 0) notes.Add($"{string.Join(", ", names.Order(StringComparer.Ordinal))} {what} for container {container}");
    }
}
