using Simulator.Cli.Output;
using Simulator.Reports.Statistics;
using Simulator.Studies.Farm;
using Simulator.Studies.Files;
using Simulator.Studies.Planning.Search;
using Simulator.Studies.Results;
using Simulator.Studies.Runs;
using Simulator.Studies.Starts;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.ManyRuns;

/// <summary>Searches what a study asks for.</summary>
internal sealed class PlanWork
{
    private readonly Study _study;
    private readonly PlanSpec _plan;
    private readonly StudyFacts _facts;
    private readonly StudyOptions _options;
    private readonly Screen _screen;
    private readonly StudyWork _work;
    private readonly RungScenarios _scenarios;
    private readonly IReadOnlyList<Ladder> _ladders;
    private IReadOnlyList<Expectation> _objectives;
    private int _runs;

    /// <exception cref="InvalidDataException">A combination of values is no scenario; a sentence.</exception>
    public PlanWork(Study study, StudyOptions options, Screen screen)
    {
        (_study, _plan, _options, _screen) = (study, study.Plan!, options, screen);
        _facts = StudyHeading.Of(study, options, $"plan --seeds {_plan.Seeds}");
        _objectives = _facts.Expectations;
        _work = new StudyWork(study, _facts, options, options.Folder ?? Path.Combine("results", study.Name), screen);
        _scenarios = new RungScenarios(study.Source, study.Settings, _plan.Lose);
        _ladders = LadderTable.Of(_plan, settings => _scenarios.DollarsOf(settings)
            ?? throw new InvalidDataException($"with {string.Join(", ", settings)} a machine has no price"));
    }

    /// <returns>The exit code.</returns>
    public int Do()
    {
        PlanOutcome? outcome = null;
        return _work.Do(
            (runs, interruption) =>
            {
                outcome = Search(runs, interruption);
                return [];
            },
            _ => Tell(outcome!));
    }

    /// <summary>Null: interrupted.</summary>
    private PlanOutcome? Search(VariantRuns runs, CancellationToken interruption)
    {
        _work.Want(Expected());
        try
        {
            var peer = _plan.Peer is { } spec ? StandardOf(spec, interruption) : null;
            if (peer is not null) _objectives = [.. _objectives, .. peer.Objectives];
            var judge = new Judge((tasks, stop) => runs.Run(tasks, stop), _scenarios.LossesOf, _objectives, _facts.Seed) { Told = Show };
            var found = new LadderSearch(_ladders, judge, _plan.Seeds, interruption).Run();
            return new PlanOutcome(_study, found, judge, _scenarios, peer);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Its few runs are not kept: they are made before all others.</summary>
    private Peer StandardOf(PeerSpec spec, CancellationToken interruption)
    {
        var placements = new SharedPlacements();
        var rows = RunFarm.Run(
            [.. RunTask.Seeds(_facts.Seed, _plan.Seeds).Select(seed => new RunTask([], seed))],
            (task, stop) => SingleRun.Of(spec.Scenario with { Seed = task.Seed }, task.Settings, stop, placements: placements),
            _ => { }, interruption, _options.Threads);
        if (rows.Count < _plan.Seeds) throw new OperationCanceledException(interruption);
        return Peer.Of(spec, rows);
    }

    private StudyWork.Told Tell(PlanOutcome outcome)
    {
        var report = new PlanReport(outcome, _facts.Header, outcome.Miss is { } miss ? Why(miss) : "");
        return new StudyWork.Told(
            [report.Headline, .. report.Lines()], report.Content(), report.Files(), report.Document.ToJson(), report.IsMissed);
    }

    private string Why(Judgement miss)
    {
        var scenario = _scenarios.Of([.. miss.Rung.Settings, .. miss.Lost.Settings]);
        return WhatBreaks.In(scenario with { Seed = miss.Seed, Expectations = _objectives }, miss);
    }

    /// <summary>A bisection of each ladder with one seed, then all seeds of one value and some of its neighbours'.</summary>
    private int Expected()
    {
        var losses = _scenarios.LossesOf(_ladders[0].Rungs[^1]).Count;
        var screening = _ladders.Sum(ladder => Math.Log2(ladder.Rungs.Count) + 1) * (losses + 1) / 2;
        return (int)Math.Ceiling(screening) + (_plan.Seeds * losses) + (2 * Math.Min(3, _plan.Seeds) * losses) + 2;
    }

    private void Show(RungVerdict verdict)
    {
        _runs += verdict.Runs;
        _work.Want(Math.Max(Expected(), _runs + 1));
        if (_options.Output != RunOutput.Text || _screen.IsTerminal || verdict.Runs == 0) return;
        var holds = $"holds with {HumanNumber.Count(verdict.Seeds, "seed", "seeds")}";
        _screen.Error.WriteLine($"{verdict.Rung.Text}: {(verdict.Miss is { } miss ? $"fails, {miss.Missed} {miss.Where}" : holds)}");
    }
}
