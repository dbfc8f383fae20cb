using Simulator.Api;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>Label rules and selectors as 1.3.10 has them.</summary>
public sealed class SelectorMatcherTests
{
    [Theory]
    [InlineData("app In web,db", "app=web", true)]
    [InlineData("app In web,db", "app=cache", false)]
    [InlineData("app In web", "", false)]
    [InlineData("app NotIn web", "app=web", false)]
    [InlineData("app NotIn web", "app=db", true)]
    [InlineData("app NotIn web", "", true)]
    [InlineData("app Exists", "app=", true)]
    [InlineData("app Exists", "", false)]
    [InlineData("app DoesNotExist", "", true)]
    [InlineData("app DoesNotExist", "app=web", false)]
    public void Matches(string requirement, string labels, bool expected)
    {
        Assert.True(SelectorMatcher.TryCompile(Selector(requirement), out var matcher, out _));
        Assert.Equal(expected, matcher.Matches(Labels(labels)));
    }

    [Fact]
    public void An_empty_selector_matches_everything()
    {
        Assert.True(SelectorMatcher.TryCompile(new LabelSelector(), out var matcher, out _));
        Assert.True(matcher.Matches(LabelSet.Empty));
    }

    [Fact]
    public void All_pairs_and_requirements_must_hold()
    {
        var selector = Selector("tier Exists") with { MatchLabels = LabelSet.Of(("app", "web")) };
        Assert.True(SelectorMatcher.TryCompile(selector, out var matcher, out _));
        Assert.True(matcher.Matches(LabelSet.Of(("app", "web"), ("tier", "be"))));
        Assert.False(matcher.Matches(LabelSet.Of(("app", "web"))));
        Assert.False(matcher.Matches(LabelSet.Of(("tier", "be"))));
    }

    [Theory]
    [InlineData("app In")]
    [InlineData("app NotIn")]
    [InlineData("app Exists x")]
    [InlineData("app DoesNotExist x")]
    [InlineData("app in x")]
    [InlineData("app Gt 1")]
    [InlineData("app 0 x")]
    [InlineData("a/b/c Exists")]
    [InlineData("app In -x")]
    public void Refuses(string requirement)
    {
        Assert.False(SelectorMatcher.TryCompile(Selector(requirement), out _, out var error));
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("app", true)]
    [InlineData("failure-domain.beta.kubernetes.io/zone", true)]
    [InlineData("a_b.C-d", true)]
    [InlineData("", false)]
    [InlineData("/a", false)]
    [InlineData("a/", false)]
    [InlineData("Upper/a", false)]
    [InlineData("a/b/c", false)]
    [InlineData("-a", false)]
    [InlineData("a.", false)]
    [InlineData("a..b/c", false)]
    [InlineData("a b", false)]
    [InlineData("\u00e4", false)]
    public void Label_keys(string key, bool isValid) => Assert.Equal(isValid, LabelRules.IsValidKey(key));

    [Fact]
    public void Lengths_are_limited()
    {
        Assert.True(LabelRules.IsValidValue(""));
        Assert.True(LabelRules.IsValidValue(new string('a', 63)));
        Assert.False(LabelRules.IsValidValue(new string('a', 64)));
        Assert.True(LabelRules.IsValidKey(new string('a', 253) + "/" + new string('a', 63)));
        Assert.False(LabelRules.IsValidKey(new string('a', 254) + "/a"));
    }

    private static LabelSelector Selector(string text)
    {
        var words = text.Split(' ');
        return new LabelSelector { MatchExpressions = [new(words[0], words[1], words.Length > 2 ? words[2].Split(',') : [])] };
    }

    private static LabelSet Labels(string text) =>
        LabelSet.Of(text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => KeyValuePair.Create(
            pair.Split('=')[0], pair.Split('=')[1])));
}
