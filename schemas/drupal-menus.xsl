<?xml version="1.0" encoding="UTF-8"?>
<!-- drupal-menus.xsl - the menus that sitenav printed as the source of Drupal's
     menu_link_content: what migrate_plus.migration.siteglean_menus.yml reads.

       sitenav site/ | xsltproc drupal-menus.xsl - > menus.xml

     The parameter menu names the menu that all of them go into; without it, each goes into one of
     its own, such as m1-en, which must be there. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:n="urn:siteglean:nav:1" exclude-result-prefixes="n">

<xsl:output method="xml" encoding="UTF-8" indent="yes"/>
<xsl:param name="menu"/>

<xsl:template match="/">
  <links><xsl:apply-templates select="//n:site//n:item"/></links>
</xsl:template>

<xsl:template match="n:nav" mode="id">
  <xsl:value-of select="@id"/>
  <xsl:if test="../@lang"><xsl:value-of select="concat('-', ../@lang)"/></xsl:if>
</xsl:template>

<!-- Such as m1-en.3.2: its place on each level. -->
<xsl:template match="n:item" mode="id">
  <xsl:apply-templates select=".." mode="id"/>
  <xsl:value-of select="concat('.', 1 + count(preceding-sibling::n:item))"/>
</xsl:template>

<xsl:template match="n:item">
  <link>
    <id><xsl:apply-templates select="." mode="id"/></id>
    <parent><xsl:apply-templates select="parent::n:item" mode="id"/></parent>
    <menu>
      <xsl:value-of select="$menu"/>
      <xsl:if test="$menu = ''"><xsl:apply-templates select="ancestor::n:nav" mode="id"/></xsl:if>
    </menu>
    <title><xsl:value-of select="@label"/></title>
    <langcode>
      <xsl:value-of select="translate(ancestor::n:site/@lang, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
    </langcode>
    <target><xsl:value-of select="@target"/></target>
    <uri>
      <xsl:choose>
        <xsl:when test="contains(@href, ':')"><xsl:value-of select="@href"/></xsl:when>
        <xsl:when test="starts-with(@href, '/') or starts-with(@href, '#') or starts-with(@href, '?')">
          <xsl:value-of select="concat('internal:', @href)"/>
        </xsl:when>
        <xsl:when test="@href != ''"><xsl:value-of select="concat('internal:/', @href)"/></xsl:when>
        <xsl:otherwise>route:&lt;nolink></xsl:otherwise>
      </xsl:choose>
    </uri>
    <weight><xsl:value-of select="count(preceding-sibling::n:item)"/></weight>
  </link>
</xsl:template>

</xsl:stylesheet>
