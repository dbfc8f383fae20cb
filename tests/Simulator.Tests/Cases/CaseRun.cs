using Simulator.Reports.Summaries;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Simulator.World.Observations;

namespace Simulator.Tests.Cases;

/// <summary>A scenario of a case, run under all invariants: what it measured and all that happened.</summary>
internal sealed record CaseRun(Summary Summary, IReadOnlyList<Observation> Facts)
{
    /// <summary>How each command of a user ended, in their order.</summary>
    public IReadOnlyList<(string Command, string Result)> Commands =>
        [.. Of(ObservationKind.OperationDone).Select(fact => (fact.Subject, fact.Other))];

    public IEnumerable<Observation> Of(ObservationKind kind) => Facts.Where(fact => fact.Kind == kind);

    /// <param name="scenario">Such as <c>delete-a-deployment/scenario.yaml</c>.</param>
    public static CaseRun Of(string scenario) => At(Folder(scenario));

    public static string Folder(string name) => Path.Combine(Repository.Folder("tests"), "Simulator.Tests", "Cases", name);

    /// <summary>Of a scenario anywhere.</summary>
    public static CaseRun At(string path)
    {
        var facts = new FactList();
        var (_, summary) = ShippedScenario.Run(path, facts);
        return new CaseRun(summary, facts.Facts);
    }

    private sealed class FactList : IObserver
    {
        public List<Observation> Facts { get; } = [];

        public void Observe(in Observation observation) => Facts.Add(observation);
    }
}
