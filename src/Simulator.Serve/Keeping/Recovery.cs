using System.Globalization;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Keeping;

/// <summary>Begins a run, or goes on with one that was served before.</summary>
public static class Recovery
{
    private const string Origin = "origin";
    private const string Beginning = "digest at the start";

    /// <summary>The run as it was left: the same commands at the same moments.</summary>
    /// <param name="logs">Who else keeps what is done from outside; what is repeated is told to them, too.</param>
    /// <exception cref="IOException">What was kept is of another scenario, or this program simulates it in another way.</exception>
    public static ServedRun Begin(ServedScenario served, StateFolder state, DateTimeOffset now, params IReadOnlyList<ICommandLog> logs)
    {
        var isNew = state.Fact(Origin) is null;
        var origin = isNew ? now : DateTimeOffset.Parse(state.Fact(Origin)!, CultureInfo.InvariantCulture);
        var run = new ServedRun(served, origin, [state, .. logs]);
        if (isNew)
        {
            state.SetFact(Beginning, run.Digest);
            state.SetFact(Origin, origin.ToString("O", CultureInfo.InvariantCulture));
        }
        else if (state.Fact(Beginning) != run.Digest)
        {
            throw new IOException("it holds what was done to another scenario, or to this one before it was changed");
        }

        Repeat(run, state, logs);
        return run;
    }

    private static void Repeat(ServedRun run, StateFolder state, IReadOnlyList<ICommandLog> logs)
    {
        var commands = state.Commands();
        foreach (var command in commands)
        {
            foreach (var log in logs) log.Append(command);
        }

        var mark = state.Mark() ?? new RunMark(run.Now, run.Digest);
        run.Repeat(commands.Where(command => command.At <= mark.At));
        run.Advance(mark.At);
        run.Pin();
        if (run.Digest != mark.Digest)
        {
            throw new IOException($"the run cannot be repeated up to {mark.At}: it goes another way, so the program is another one");
        }

        run.Repeat(commands.Where(command => command.At > mark.At));
    }
}
