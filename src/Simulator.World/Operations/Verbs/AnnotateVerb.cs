using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>kubectl annotate (pkg/kubectl/cmd/annotate.go).</summary>
internal static class AnnotateVerb
{
    public static IEnumerable<Event> Run(AnnotateOperation operation, Kubectl kubectl, Outcome outcome) =>
        Calls.Change(operation.Kind, operation.Key, stored => Changed(stored, operation), kubectl, outcome);

    private static Edit Changed(ApiObject stored, AnnotateOperation operation)
    {
        var annotations = stored.Metadata.Annotations;
        if (!operation.Overwrite && ChangedPairs.Problem(annotations, operation.Annotations) is { } problem) return Edit.Refused(problem);
        return stored with
        {
            Metadata = stored.Metadata with { Annotations = ChangedPairs.Of(annotations, operation.Annotations, operation.Removed) },
        };
    }
}
