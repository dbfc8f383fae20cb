using Simulator.Reports.Comparison;
using Simulator.Reports.RunSets;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>What a user named as one side.</summary>
/// <param name="Name">The head of its column.</param>
internal abstract record SideInput(string Name, RunSetHeader Header)
{
    /// <summary>Runs that are there already.</summary>
    /// <param name="Folder">Where they came from; null: a baseline, which keeps measures only.</param>
    internal sealed record Finished(string Name, RunSetHeader Header, IReadOnlyList<RunRow> Rows, string? Folder) : SideInput(Name, Header)
    {
        public Side Side => new(Name, Header, Rows);
    }

    /// <summary>A sweep that is there already.</summary>
    /// <param name="Variants">More than one; the runs of each, each seed once.</param>
    internal sealed record Swept(string Name, RunSetHeader Header, IReadOnlyList<IReadOnlyList<RunRow>> Variants)
        : SideInput(Name, Header);

    /// <summary>A scenario that has still to be run.</summary>
    internal sealed record Planned(string Name, RunSetHeader Header, Scenario Scenario, IReadOnlyList<Setting> Settings)
        : SideInput(Name, Header);
}
