using System.CommandLine;
using System.Globalization;
using Simulator.Api.Words;

namespace Simulator.Cli.Verbs;

/// <summary>An option that is a whole number of something, with the sentence for everything else.</summary>
internal static class CountOption
{
    /// <summary>More than anybody waits for.</summary>
    public const int Most = 100_000_000;

    public static Option<int> Create(string name, string description, string unit, int otherwise) => new(name)
    {
        Description = description,
        HelpName = unit,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= Most)
            {
                return count;
            }
            result.AddError($"{name} '{Wording.Shortened(text)}': allowed are whole numbers from 1 to {Most}");
            return otherwise;
        },
    };
}
