using System.Globalization;
using Simulator.Scenarios.Files;
using Simulator.World.Running;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Serve.Runs;

/// <summary>Troubles and operations that people begin by hand.</summary>
public sealed class StandingTroubles
{
    private readonly ScenarioRun _run;
    private readonly CommandKeeper _keeper;
    private readonly ByHandEntries _entries;
    private readonly List<TroubleByHand> _troubles = [];

    internal StandingTroubles(ScenarioRun run, CommandKeeper keeper, ByHandEntries entries) =>
        (_run, _keeper, _entries) = (run, keeper, entries);

    /// <summary>In the order in which they began; those that are over stay.</summary>
    public IReadOnlyList<TroubleByHand> All => _troubles;

    /// <param name="text">An outage as a scenario has it, without a time.</param>
    /// <exception cref="FormatException">It is no outage of this scenario: the sentences say why.</exception>
    public TroubleByHand Begin(string text)
    {
        var specs = _entries.Outages(text, _run.Now);
        var at = _keeper.Keep(CommandKind.TroubleBegins, "", Number(_troubles.Count + 1), text);
        return Begin(text, specs, at);
    }

    /// <exception cref="InvalidOperationException">It cannot be ended: it ends by itself, or is over.</exception>
    public TroubleByHand End(TroubleByHand trouble)
    {
        if (!trouble.CanEnd) throw new InvalidOperationException(trouble.IsOver ? "it is over" : "it ends by itself");
        trouble.EndedAt = _keeper.Keep(CommandKind.TroubleEnds, "", Number(trouble.Number), "");
        foreach (var part in trouble.Parts.Where(part => part.CanEnd)) part.End();
        return trouble;
    }

    /// <param name="text">An operation as a scenario has it, without a time.</param>
    /// <exception cref="FormatException">It is no operation of this scenario: the sentences say why.</exception>
    public IReadOnlyList<OperationSpec> Operate(string text)
    {
        var operations = _entries.Operations(text, _run.Now);
        _keeper.Keep(CommandKind.Operation, "", "", text);
        foreach (var operation in operations) _run.Begin(operation);
        return operations;
    }

    internal void Repeat(OutsideCommand command)
    {
        switch (command.Kind)
        {
            case CommandKind.TroubleBegins: Begin(command.Text); break;
            case CommandKind.TroubleEnds:
                End(_troubles[int.Parse(command.Subject, CultureInfo.InvariantCulture) - 1]);
                break;
            case CommandKind.Operation: Operate(command.Text); break;
            default: throw new NotSupportedException($"{command.Kind} is no trouble");
        }
    }

    private TroubleByHand Begin(string text, IReadOnlyList<OutageSpec> specs, TimeSpan at)
    {
        var trouble = new TroubleByHand(_troubles.Count + 1, text, at, [.. specs.Select(spec => _run.Begin(spec with { At = at }))]);
        _troubles.Add(trouble);
        return trouble;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
