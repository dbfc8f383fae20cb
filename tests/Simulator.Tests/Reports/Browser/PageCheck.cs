using System.Globalization;
using System.Text.RegularExpressions;
using SkiaSharp;
using Xunit;

namespace Simulator.Tests.Reports.Browser;

/// <summary>What holds for every page of ours that a person opens.</summary>
internal static partial class PageCheck
{
    public const int Phone = 390;

    public const int Screen = 1200;

    /// <summary>
    /// On a screen, on a phone, at night: nothing is cut off, words are legible, nothing complains, nothing is asked for.
    /// </summary>
    public static async Task IsSeenWholeAsync(BrowserTab tab, string file)
    {
        foreach (var (width, scheme) in new[] { (Screen, "light"), (Phone, "light"), (Phone, "dark") })
        {
            await tab.ShowAsync(file, width, scheme);
            Assert.InRange(await WidthAsync(tab), 1, width);
            await tab.ValueAsync<int>("document.querySelectorAll('details').forEach(function (d) { d.open = true; }), 0");
            Assert.InRange(await WidthAsync(tab), 1, width);
            Assert.InRange(ColoursOf(await tab.PictureAsync()), 5, int.MaxValue);
            await WordsAreReadAsync(tab, scheme == "light");
        }

        Assert.Empty(tab.Console);
        Assert.All(tab.Requests, request => Assert.Equal(new Uri(file).AbsoluteUri, request));
    }

    public static Task<int> WidthAsync(BrowserTab tab) => tab.ValueAsync<int>("document.documentElement.scrollWidth");

    private static async Task WordsAreReadAsync(BrowserTab tab, bool isLight)
    {
        Assert.Equal(isLight, await BrightnessAsync(tab, "document.body", "backgroundColor") > 0.5);
        Assert.Equal(isLight, await BrightnessAsync(tab, "document.querySelector('h1')", "color") < 0.5);
        Assert.Equal(isLight, await BrightnessAsync(tab, "document.querySelector('svg text')", "fill") < 0.5);
    }

    /// <summary>From 0, black, to 1, white.</summary>
    private static async Task<double> BrightnessAsync(BrowserTab tab, string element, string property)
    {
        var color = await tab.ValueAsync<string>($"getComputedStyle({element}).{property}");
        return Numbers().Matches(color).Take(3).Average(match => int.Parse(match.Value, CultureInfo.InvariantCulture)) / 255;
    }

    private static int ColoursOf(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        return bitmap.Pixels.Distinct().Count();
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
