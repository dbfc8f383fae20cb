using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Simulator.Cli.Output;
using Simulator.Cli.Verbs;
using Simulator.Cli.Verbs.Comparing;
using Simulator.Cli.Verbs.Exporting;
using Simulator.Cli.Verbs.Importing;
using Simulator.Cli.Verbs.ManyRuns;
using Simulator.Cli.Verbs.Rights;
using Simulator.Cli.Verbs.Serving;
using Simulator.Cli.Verbs.Tracing;
using Simulator.Scenarios.Extending;

namespace Simulator.Cli;

/// <summary>The program, without the process around it.</summary>
public static class CliProgram
{
    /// <summary>Runs one command line.</summary>
    /// <param name="interruption">Stops a run as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Invoke(IReadOnlyList<string> args, TextWriter @out, TextWriter error, CancellationToken interruption = default)
    {
        using var output = new GuardedOutput(@out);
        var screen = new Screen(output, error, interruption);
        try
        {
            if (args.Contains("")) return screen.Refuse("an argument is empty; allowed are names, numbers and paths");
            var parsed = Root(screen).Parse(args);
            if (parsed.Action is ParseErrorAction || UsageText.HasStrayOption(parsed)) return Refuse(parsed, screen.Error);
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            screen.TellInterrupted();
            return ExitCode.Interrupted;
        }
        catch (PluginFailedException failure)
        {
            return screen.Refuse(failure.Message);
        }
        catch (OutputLostException lost)
        {
            return Refuse(lost, error);
        }
        catch (Exception bug)
        {
            BugReport.Write(bug, args, screen.Error);
            return ExitCode.Bug;
        }
    }

    private static Command Root(Screen screen)
    {
        var root = new Command("simulator", "Simulates clusters of Kubernetes 1.3.10: what happens, when, and why.")
        {
            RunVerb.Create(screen),
            ServeVerb.Create(screen),
            ClockVerb.Create(screen),
            TroubleVerb.Create(screen),
            ReplicateVerb.Create(screen),
            SweepVerb.Create(screen),
            ExplainVerb.Create(screen),
            ValidateVerb.Create(screen),
            InitVerb.Create(screen),
            SchemaVerb.Create(screen),
            MachineTypesVerb.Create(screen),
            MeasuresVerb.Create(screen),
            CompareVerb.Create(screen),
            BaselineVerb.Create(screen),
            ImportVerb.Create(screen),
            ExportVerb.Create(screen),
            TraceVerb.Create(screen),
            ConformanceVerb.Create(screen),
            PlanVerb.Create(screen),
            RiskVerb.Create(screen),
            SwarmVerb.Create(screen),
            FuzzVerb.Create(screen),
            AccessVerb.Create(screen),
            BenchVerb.Create(screen),
        };
        root.Add(new HelpOption { Recursive = true });
        root.Add(new VersionOption());
        return root;
    }

    private static int Refuse(OutputLostException lost, TextWriter error)
    {
        try
        {
            error.WriteLine($"the output cannot be written: {lost.Message}");
        }
        catch (IOException)
        {
            // Both streams are lost: the exit code is all that is left to say it.
        }

        return ExitCode.WrongInput;
    }

    private static int Refuse(ParseResult parsed, TextWriter error)
    {
        foreach (var problem in UsageText.Of(parsed)) error.WriteLine(problem);
        error.WriteLine($"help: {PathOf(parsed.CommandResult)} --help");
        return ExitCode.WrongInput;
    }

    /// <summary><c>simulator bench engine</c></summary>
    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : command.Command.Name;
}
