using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.Serve.Answers.Rules;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Admission;

/// <summary>
/// Plug-ins that came after 1.3 over documents: what pods rank, how long they tolerate lost nodes, which class a claim gets.
/// </summary>
internal static class LaterPlugins
{
    private static readonly ServedResource Pods = Stored("", "v1", "pods", "Pod");
    private static readonly ServedResource Claims = Stored("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim");
    private static readonly ServedResource Ranks = Stored("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass");
    private static readonly ServedResource Classes = Stored("storage.k8s.io", "v1", "storageclasses", "StorageClass");

    /// <param name="plugins">Of the version, in their order.</param>
    public static JsonObject Apply(
        IDocumentStore store, ServedResource resource, JsonObject document, IReadOnlyList<AdmissionPlugin> plugins)
    {
        foreach (var plugin in plugins)
        {
            document = (plugin, resource.StoredName) switch
            {
                (AdmissionPlugin.Priority, "pods") => Ranked(store, resource, document),
                (AdmissionPlugin.Priority, "priorityclasses") => Sole(store, resource, document),
                (AdmissionPlugin.DefaultTolerationSeconds, "pods") => Tolerating(document),
                (AdmissionPlugin.DefaultStorageClass, "persistentvolumeclaims") => Classed(store, resource, document),
                _ => document,
            };
        }

        return document;
    }

    private static JsonObject Ranked(IDocumentStore store, ServedResource resource, JsonObject document)
    {
        var pod = (Pod)Judgement.Typed(Pods, document)!;
        var named = pod.Spec.Placement?.PriorityClassName is { Length: > 0 } name
            ? Typed<PriorityClass>(store, Ranks).FirstOrDefault(known => known.Name == name) ?? PriorityClasses.OfSystem(name)
            : PriorityClasses.DefaultOf(Typed<PriorityClass>(store, Ranks));
        if (PriorityRule.Problem(pod.Spec, named) is { } why) throw AdmissionChain.Forbidden(resource, document, why);
        var placement = PriorityRule.Apply(pod.Spec, named).Placement!;
        var result = document.Copy();
        var spec = result.Child("spec");
        if (placement.PriorityClassName.Length > 0) spec["priorityClassName"] = placement.PriorityClassName;
        spec["priority"] = (long)placement.Priority!.Value;
        spec["preemptionPolicy"] = placement.PreemptionPolicy;
        return result;
    }

    private static JsonObject Sole(IDocumentStore store, ServedResource resource, JsonObject document)
    {
        var verdict = PriorityRule.Judge((PriorityClass)Judgement.Typed(Ranks, document)!, Typed<PriorityClass>(store, Ranks));
        return verdict.IsAdmitted ? document : throw AdmissionChain.Forbidden(resource, document, Why(verdict.Reason));
    }

    /// <summary>Those that it names itself stay as they were written.</summary>
    private static JsonObject Tolerating(JsonObject document)
    {
        var pod = (Pod)Judgement.Typed(Pods, document)!;
        var had = pod.Spec.Tolerations.Value?.Count ?? 0;
        var added = (DefaultTolerations.Apply(pod.Spec).Tolerations.Value ?? []).Skip(had).ToList();
        if (added.Count == 0) return document;
        var result = document.Copy();
        var spec = result.Child("spec");
        if (spec["tolerations"] is not JsonArray all) spec["tolerations"] = all = [];
        foreach (var toleration in added)
        {
            all.Add(new JsonObject
            {
                ["key"] = toleration.Key,
                ["operator"] = toleration.Operator,
                ["effect"] = toleration.Effect,
                ["tolerationSeconds"] = toleration.Seconds,
            });
        }

        return result;
    }

    private static JsonObject Classed(IDocumentStore store, ServedResource resource, JsonObject document)
    {
        var claim = (PersistentVolumeClaim)Judgement.Typed(Claims, document)!;
        var verdict = DefaultClassRule.Apply(claim, Typed<StorageClass>(store, Classes));
        if (!verdict.IsAdmitted) throw AdmissionChain.Forbidden(resource, document, Why(verdict.Reason));
        if (((PersistentVolumeClaim)verdict.Object).StorageClassName is not { } name || claim.StorageClassName is not null) return document;
        var result = document.Copy();
        result.Child("spec")["storageClassName"] = name;
        return result;
    }

    private static IEnumerable<T> Typed<T>(IDocumentStore store, ServedResource resource)
        where T : ApiObject =>
        store.List(resource.Name, null).Select(document => (T)Judgement.Typed(resource, document)!);

    /// <summary>The reason without the object in front of it.</summary>
    private static string Why(string reason)
    {
        const string Marker = " is forbidden: ";
        var at = reason.IndexOf(Marker, StringComparison.Ordinal);
        return at < 0 ? reason : reason[(at + Marker.Length)..];
    }

    private static ServedResource Stored(string group, string version, string name, string kind) =>
        new(group, version, name, kind, ResourceScope.Cluster) { Struct = "" };
}
