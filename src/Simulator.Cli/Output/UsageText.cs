using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Simulator.Api.Words;

namespace Simulator.Cli.Output;

/// <summary>What is wrong with a command line, in words of its user.</summary>
internal static partial class UsageText
{
    /// <summary>Verbs and options that there are not come first: what else seems wrong follows from them.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var unknown = Unknown(parsed).ToList();
        return unknown.Count > 0 ? unknown : [.. parsed.Errors.Select(error => Plain(error)).Distinct()];
    }

    /// <summary>An option that there is not was taken for a file or a name: who means one that is called so says it after <c>--</c>.
    /// </summary>
    public static bool HasStrayOption(ParseResult parsed) => parsed.Tokens.All(token => token.Value != "--")
        && parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(place => place.Tokens).Any(token => IsOption(token.Value));

    private static IEnumerable<string> Unknown(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens.FirstOrDefault(token => !IsOption(token)) is { } verb)
        {
            var verbs = command.Subcommands.Select(known => known.Name).ToList();
            yield return $"no verb '{verb}'{Wording.DidYouMean(verb, verbs).TrimEnd('?')}; allowed are {Wording.Listed(verbs)}";
            yield break;
        }

        var options = command.Options.SelectMany(option => option.Aliases.Append(option.Name)).ToList();
        foreach (var token in parsed.Tokens.TakeWhile(token => token.Value != "--").Where(token => token.Type == TokenType.Argument))
        {
            var name = token.Value.Split('=')[0];
            if (IsOption(name)) yield return $"no option '{name}'{Wording.DidYouMean(name, options)}";
        }
    }

    /// <summary>A negative number is a value.</summary>
    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-' && !char.IsAsciiDigit(token[1]);

    private static string Plain(ParseError error)
    {
        var message = error.Message;
        if (Superfluous().Match(message) is { Success: true } more)
        {
            return $"found '{more.Groups["value"]}', which is one argument too many";
        }

        if (NotAmong().Match(message) is { Success: true } other)
        {
            List<string> allowed = [.. other.Groups["name"].Captures.Select(name => name.Value)];
            var found = other.Groups["value"].Value;
            return $"{NameOf(error.SymbolResult)}found '{found}'{Wording.DidYouMean(found, allowed).TrimEnd('?')}; allowed are "
                + $"{Wording.Listed(allowed)}";
        }

        if (Unparsed().Match(message) is not { Success: true } match) return message;
        return $"{match.Groups["name"]}: found '{match.Groups["value"]}'; allowed are {Words(match.Groups["type"].Value)}";
    }

    /// <summary>Of the option that a value is for; an argument's value speaks for itself.</summary>
    private static string NameOf(SymbolResult? place) => place switch
    {
        OptionResult option => $"{option.Option.Name}: ",
        ArgumentResult { Parent: OptionResult option } => $"{option.Option.Name}: ",
        _ => "",
    };

    private static string Words(string type) =>
        type.Contains("UInt", StringComparison.Ordinal) ? "whole numbers from 0"
        : type.Contains("Int", StringComparison.Ordinal) ? "whole numbers"
        : type.Contains("Boolean", StringComparison.Ordinal) ? "true and false"
        : "numbers";

    [GeneratedRegex("^Unrecognized command or argument '(?<value>.*)'.$", RegexOptions.Singleline)]
    private static partial Regex Superfluous();

    [GeneratedRegex("^Argument '(?<value>.*)' not recognized. Must be one of:(\\s+'(?<name>[^']*)')+$", RegexOptions.Singleline)]
    private static partial Regex NotAmong();

    [GeneratedRegex(
        "^Cannot parse argument '(?<value>.*)' for (option|command) '(?<name>.*)' as expected type '(?<type>.*)'.$",
        RegexOptions.Singleline)]
    private static partial Regex Unparsed();
}
