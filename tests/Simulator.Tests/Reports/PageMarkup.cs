using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Simulator.Tests.Reports;

/// <summary>A page as XML, and what would be a request of the network in it.</summary>
internal static partial class PageMarkup
{
    public static IReadOnlyList<string> Requests { get; } =
    [
        "http:", "https:", "src=", "<link", "@import", "url(", " href=", "fetch(", "XMLHttpRequest", "import(", "WebSocket", "sendBeacon",
    ];

    /// <summary>The script and the style sheet are no markup.</summary>
    public static XDocument Parse(string html) => XDocument.Parse(Code().Replace(
        html.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal).Replace("&nbsp;", " ", StringComparison.Ordinal), "<$1></$1>"));

    [GeneratedRegex("<(style|script)>.*?</(?:style|script)>", RegexOptions.Singleline)]
    private static partial Regex Code();
}
