using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.Scenarios.Files.Sources;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>A scheduler policy whose names are registered.</summary>
internal static class PolicyFile
{
    /// <summary>The policy behind a path in a scenario; null after an error.</summary>
    public static SchedulerPolicy? Read(SourceCursor cursor) =>
        cursor.RelatedPath() is { } path ? Read(path, cursor.Context.Diagnostics) : null;

    /// <summary>Null after an error: not a policy, or a name that nothing is registered under.</summary>
    public static SchedulerPolicy? Read(string path, Diagnostics diagnostics)
    {
        var own = new Diagnostics();
        var documents = SourceTree.ReadFile(path, own);
        var policy = documents.Count == 1 ? SchedulerPolicyReader.Read(documents[0], own) : null;
        if (documents.Count != 1 && !own.HasErrors)
        {
            own.Error(path, 0, 0, $"the file holds {documents.Count} documents; allowed is one policy");
        }
        if (policy is not null) CheckNames(policy, (SourceMapping)documents[0], own);
        diagnostics.AddAll(own);
        return own.HasErrors ? null : policy;
    }

    /// <summary>Each entry is tried alone, so that the error can point at it.</summary>
    private static void CheckNames(SchedulerPolicy policy, SourceMapping document, Diagnostics diagnostics)
    {
        for (var i = 0; i < policy.Predicates.Count; i++)
        {
            Try(new SchedulerPolicy { Predicates = [policy.Predicates[i]], Priorities = [] }, document, "predicates", i, diagnostics);
        }
        for (var i = 0; i < policy.Priorities.Count; i++)
        {
            Try(new SchedulerPolicy { Predicates = [], Priorities = [policy.Priorities[i]] }, document, "priorities", i, diagnostics);
        }
    }

    private static void Try(SchedulerPolicy policy, SourceMapping document, string key, int index, Diagnostics diagnostics)
    {
        if (SchedulingAlgorithm.From(policy, new SchedulerSettings(), out var errors) is not null) return;
        var entry = ((SourceSequence)document[key]!).Items[index];
        var path = SourcePath.Root.Child(key).Child(index).Child("name");
        foreach (var error in errors) diagnostics.Error((entry as SourceMapping)?["name"] ?? entry, path.Says(error));
    }
}
