using System.Text;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.World.Operations.Applying;

/// <summary>
/// The manifest that kubectl apply keeps as JSON in an annotation of each object that it has applied (pkg/kubectl/apply.go of 1.3.10).
/// </summary>
public static class LastApplied
{
    /// <summary>The object with its manifest.</summary>
    public static ApiObject Noted(ApiObject value, SourceNode manifest) => value with
    {
        Metadata = value.Metadata with
        {
            Annotations = value.Metadata.Annotations.With(WellKnownAnnotations.LastApplied, SourceJson.Write(manifest)),
        },
    };

    /// <summary>Null if it has none that can be read.</summary>
    internal static SourceMapping? Of(ApiObject value)
    {
        if (!value.Metadata.Annotations.TryGetValue(WellKnownAnnotations.LastApplied, out var text)) return null;
        return SourceTree.ParseJson(
            WellKnownAnnotations.LastApplied, Encoding.UTF8.GetBytes(text), new Diagnostics()) is [SourceMapping manifest]
            ? manifest
            : null;
    }
}
