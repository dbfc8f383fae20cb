using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Cli.Output;
using Simulator.Scenarios.Traces;

namespace Simulator.Cli.Verbs.Tracing;

/// <summary><c>simulator trace --formats</c> and <c>--show-columns NAME</c></summary>
internal static class FormatList
{
    public static int Write(bool isJson, Screen screen)
    {
        var diagnostics = new Diagnostics();
        var formats = TraceFormat.Names.Select(name => TraceFormat.Find(name, diagnostics)!).ToList();
        if (isJson)
        {
            Output.JsonText.Write(
                formats.Select(format => new { format.Name, format.Title, format.Source, format.Tested, format.Assumes }), screen.Out);
        }
        else
        {
            var width = formats.Max(format => format.Name.Length);
            foreach (var format in formats)
            {
                screen.Out.WriteLine($"{format.Name.PadRight(width)}  {format.Title}");
                screen.Out.WriteLine($"{new string(' ', width)}  tested on {format.Tested}");
            }
        }

        return ExitCode.Done;
    }

    public static int Show(string name, Screen screen)
    {
        if (!TraceFormat.Names.Contains(name))
        {
            return screen.Refuse(
                $"--show-columns {Wording.Shortened(name)}: there is no such format{Wording.DidYouMean(name, TraceFormat.Names)}; "
                    + "allowed are "
                + Wording.Listed(TraceFormat.Names));
        }

        screen.Out.Write(TraceFormat.Text(name));
        return ExitCode.Done;
    }
}
