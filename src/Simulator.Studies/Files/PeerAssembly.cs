using Simulator.Api.Documents;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Studies.Files;

/// <summary>Reads the scenario that sets the standard, and holds it against the study's own.</summary>
internal static class PeerAssembly
{
    /// <summary>Null after an error.</summary>
    /// <param name="scenario">The study's, as it is in some of the runs.</param>
    public static PeerSpec? Assemble(Placed<PeerDraft> placed, Scenario scenario, IMeasureBook? measures)
    {
        var (draft, fields) = (placed.Value, placed.Fields);
        if (draft.Scenario.Length == 0) return null;
        var diagnostics = fields.Context.Diagnostics;
        var errors = diagnostics.Errors.Count;
        var file = ScenarioReader.Read(draft.Scenario, measures);
        diagnostics.AddAll(file.Diagnostics);
        if (file.Scenario is not { } peer) return null;
        if (peer.Duration != scenario.Duration)
        {
            var (its, own) = (GoDuration.Format(peer.Duration), GoDuration.Format(scenario.Duration));
            fields.ErrorAt("scenario", $"runs for {its}, and the study's for {own}: what they come to cannot be held against each other");
        }
        if (draft.Measures.Count == 0) fields.ErrorAt("measures", "names none; allowed are some in which one way is better");
        foreach (var measure in draft.Measures) Check(measure, [scenario, peer], measures);
        return diagnostics.Errors.Count > errors
            ? null
            : new PeerSpec(Path.GetFileName(draft.Scenario), peer, [.. draft.Measures.Select(NameOf)]);
    }

    private static void Check(SourceCursor measure, IReadOnlyList<Scenario> scenarios, IMeasureBook? measures)
    {
        var problem = scenarios.Select(scenario => measures?.Problem(NameOf(measure), scenario)).FirstOrDefault(found => found is not null);
        if (problem is not null) measure.Error(problem);
        else if (PeerSpec.BetterOf(NameOf(measure)) is null) measure.Error($"of {NameOf(measure)} neither more nor less is better");
    }

    private static string NameOf(SourceCursor measure) => ((SourceScalar)measure.Node).Text;
}
