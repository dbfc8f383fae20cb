using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Serve.Access.Roles;

namespace Simulator.Cli.Verbs.Rights;

/// <summary><c>simulator access review --roles FILE</c></summary>
internal static class ReviewVerb
{
    public static Command Create(Screen screen)
    {
        var options = new RightsOptions();
        var verb = new Command("review", "Lists who may do what: everywhere (all), in which namespaces, or not at all (-).")
        {
            options.Roles, options.Clusters, options.Json,
        };
        verb.SetAction(parsed => List(parsed, options, screen));
        return verb;
    }

    private static int List(ParseResult parsed, RightsOptions options, Screen screen)
    {
        if (options.Read(parsed, screen) is not { } roles) return ExitCode.WrongInput;
        var rows = RightsReview.Of(roles, parsed.GetValue(options.Clusters) ?? []);
        if (parsed.GetValue(options.Json)) JsonText.Write(rows.Select(Row.Of), screen.Out);
        else Write(rows, roles, screen.Out);
        return ExitCode.Done;
    }

    private static void Write(IReadOnlyList<RightsReview> rows, ServiceRoles roles, TextWriter @out)
    {
        string[] heads = ["who", "cluster", "roles", .. RightsProbe.All.Select(probe => probe.Name)];
        var table = rows.Select(row => (string[])[
            row.Who, row.Cluster.Length > 0 ? row.Cluster : "(all)", string.Join(", ", row.Roles), .. row.Cells])
            .Prepend(heads).ToList();
        var widths = heads.Select((_, column) => table.Max(cells => cells[column].Length) + 2).ToList();
        foreach (var cells in table)
        {
            @out.WriteLine(string.Concat(cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        @out.WriteLine();
        foreach (var role in roles.Roles) @out.WriteLine($"{role.Name}: {(role.Meaning.Length > 0 ? role.Meaning : "of the file")}");
    }

    private sealed record Row(string Who, string? Cluster, IReadOnlyList<string> Roles, IReadOnlyDictionary<string, string> Rights)
    {
        public static Row Of(RightsReview review) => new(
            review.Who, review.Cluster.Length > 0 ? review.Cluster : null, review.Roles,
            RightsProbe.All.Zip(review.Cells).ToDictionary(pair => pair.First.Name, pair => pair.Second));
    }
}
