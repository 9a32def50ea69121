<?xml version="1.0" encoding="UTF-8"?>
<!-- drupal-pages.xsl - a document of pages as the source of Drupal's migrate_plus: what
     migrate_plus.migration.siteglean_pages.yml reads.

       sitescrape -d site/ | xsltproc drupal-pages.xsl - > pages.xml -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:siteglean:page:1" exclude-result-prefixes="p">

<xsl:import href="dates.xsl"/>
<xsl:import href="html.xsl"/>
<xsl:import href="parents.xsl"/>
<xsl:output method="xml" encoding="UTF-8" indent="yes" cdata-section-elements="body"/>

<xsl:template match="/">
  <pages><xsl:apply-templates select="//p:page"/></pages>
</xsl:template>

<xsl:template match="p:page">
  <page>
    <id><xsl:value-of select="@path"/></id>
    <parent><xsl:apply-templates select="." mode="parent"/></parent>
    <title><xsl:value-of select="(p:fact[@name = 'title']/@value | @title)[last()]"/></title>
    <langcode>
      <xsl:value-of select="translate(@lang, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
    </langcode>
    <alias>
      <xsl:if test="@url">
        <xsl:value-of select="concat('/', substring-after(substring-after(@url, '//'), '/'))"/>
      </xsl:if>
    </alias>
    <created>
      <xsl:call-template name="moment">
        <xsl:with-param name="between" select="'T'"/>
        <xsl:with-param name="date" select="p:fact[@name = 'published'][1]/@value"/>
      </xsl:call-template>
    </created>
    <changed>
      <xsl:call-template name="moment">
        <xsl:with-param name="between" select="'T'"/>
        <xsl:with-param name="date" select="p:fact[@name = 'modified'][1]/@value"/>
      </xsl:call-template>
    </changed>
    <author><xsl:value-of select="p:fact[@name = 'author'][1]/@value"/></author>
    <summary><xsl:value-of select="p:fact[@name = 'description'][1]/@value"/></summary>
    <body><xsl:apply-templates select="." mode="html"/></body>
  </page>
</xsl:template>

</xsl:stylesheet>
