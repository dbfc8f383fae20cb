using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Defaults;
using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Rules;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Collections;

/// <summary>An object without what belongs to its cluster (Export in pkg/registry/generic/registry/store.go).</summary>
internal static class Export
{
    private static readonly string[] Own =
        ["uid", "namespace", "creationTimestamp", "deletionTimestamp", "resourceVersion", "selfLink"];

    public static JsonObject Of(RequestTarget target, JsonObject stored)
    {
        var resource = target.Resource;
        var copy = stored.Copy();
        var metadata = copy.Child("metadata");
        foreach (var key in Own) metadata.Remove(key);
        if (metadata.Text("generateName").Length > 0) metadata.Remove("name");
        Prepare(resource, copy);
        var shown = Presenter.Single(target, DefaultsWalker.Complete(resource.StoredType, copy));
        return SelfLinks.Put(shown, SelfLinks.OfExport(target));
    }

    private static void Prepare(ServedResource resource, JsonObject copy)
    {
        var rules = KindRuleTable.Of(resource.StoredName);
        if (rules.OnExport is { } export)
        {
            export(copy);
            return;
        }

        if (rules.EmptiesStatus && copy.ContainsKey("status")) copy["status"] = new JsonObject();
        if (rules.Generation != GenerationRule.None) copy.Child("metadata")["generation"] = 1L;
        if (resource.StoredName != "jobs") rules.OnCreate?.Invoke(copy);
    }
}
