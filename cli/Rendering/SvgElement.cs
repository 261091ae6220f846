using System.Globalization;
using System.Xml.Linq;

namespace OktaSpa.Cli.Rendering;

/// <summary>Elements of an SVG.</summary>
internal static class SvgElement
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>An element; numbers are in pixels, an empty text is no attribute.</summary>
    public static XElement New(string name, params IEnumerable<(string Name, object Value)> attributes) =>
        new(
            Svg + name,
            attributes
                .Where(attribute => attribute.Value is not "")
                .Select(attribute => new XAttribute(
                    attribute.Name,
                    attribute.Value is double number ? Pixels(number) : attribute.Value
                ))
        );

    public static XElement With(this XElement element, params IEnumerable<object> content)
    {
        element.Add(content);
        return element;
    }

    /// <summary>A number of pixels, to the tenth.</summary>
    public static string Pixels(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
